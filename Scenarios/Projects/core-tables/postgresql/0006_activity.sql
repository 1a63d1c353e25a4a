CREATE TABLE activity (
  id bigserial PRIMARY KEY,
  task_id bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  actor_id uuid REFERENCES users (id) ON DELETE SET NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  happened_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX activity_task_idx ON activity (task_id, happened_at DESC);

CREATE FUNCTION record_status_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status THEN
    INSERT INTO activity (task_id, kind, payload)
    VALUES (NEW.id, 'status', jsonb_build_object('from', OLD.status, 'to', NEW.status));
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER tasks_record_status
  AFTER UPDATE OF status ON tasks
  FOR EACH ROW EXECUTE FUNCTION record_status_change();
