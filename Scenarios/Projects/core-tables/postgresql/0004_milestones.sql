CREATE TABLE milestones (
  id bigserial PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  title text NOT NULL,
  due_on date,
  UNIQUE (project_id, title)
);

ALTER TABLE tasks ADD COLUMN milestone_id bigint REFERENCES milestones (id) ON DELETE SET NULL;
CREATE INDEX tasks_milestone_idx ON tasks (milestone_id);
