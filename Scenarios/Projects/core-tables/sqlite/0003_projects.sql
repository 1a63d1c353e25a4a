CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  team_id INTEGER REFERENCES teams (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  is_archived INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

ALTER TABLE tasks ADD COLUMN project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE;
ALTER TABLE comments ADD COLUMN project_id INTEGER REFERENCES projects (id) ON DELETE CASCADE;

-- A project that loses its milestone must not point at it any more.
CREATE TRIGGER milestones_clear_current
AFTER DELETE ON milestones
BEGIN
  UPDATE projects SET current_milestone_id = NULL WHERE current_milestone_id = OLD.id;
END;
