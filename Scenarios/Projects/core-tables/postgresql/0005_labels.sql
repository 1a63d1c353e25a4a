CREATE TABLE labels (
  id bigserial PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  name text NOT NULL,
  color char(7) NOT NULL DEFAULT '#888888',
  UNIQUE (project_id, name)
);

CREATE TABLE task_labels (
  task_id bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  label_id bigint NOT NULL REFERENCES labels (id) ON DELETE CASCADE,
  PRIMARY KEY (task_id, label_id)
);
