CREATE TABLE milestones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  due_on TEXT,
  UNIQUE (project_id, title)
);

-- Every project starts with a milestone to put things into.
INSERT INTO milestones (project_id, title) SELECT id, 'Backlog' FROM projects;

ALTER TABLE projects ADD COLUMN current_milestone_id INTEGER
  REFERENCES milestones (id) ON DELETE SET NULL;
ALTER TABLE tasks ADD COLUMN milestone_id INTEGER REFERENCES milestones (id) ON DELETE SET NULL;
CREATE INDEX tasks_milestone_idx ON tasks (milestone_id);
