CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  actor_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL DEFAULT '{}',
  happened_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX activity_task_idx ON activity (task_id, happened_at DESC);

CREATE TRIGGER tasks_record_status
AFTER UPDATE OF status ON tasks
WHEN NEW.status IS NOT OLD.status
BEGIN
  INSERT INTO activity (task_id, kind, payload)
  VALUES (NEW.id, 'status', OLD.status || ' -> ' || NEW.status);
END;
