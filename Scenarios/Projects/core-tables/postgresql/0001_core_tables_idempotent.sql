-- Core tables. Safe to run again: everything is IF NOT EXISTS or guarded by a DO block.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'task_status') THEN
    CREATE TYPE task_status AS ENUM ('open', 'in_progress', 'blocked', 'done');
  END IF;
END
$$;

CREATE TABLE IF NOT EXISTS organizations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  slug varchar(63) NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  email text NOT NULL,
  display_name text,
  is_admin boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS tasks (
  id bigserial PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text,
  status task_status NOT NULL DEFAULT 'open',
  assignee_id uuid REFERENCES users (id) ON DELETE SET NULL,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS comments (
  id bigserial PRIMARY KEY,
  task_id bigint NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  author_id uuid REFERENCES users (id) ON DELETE SET NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Case-insensitive e-mail addresses, unique in an organization.
CREATE UNIQUE INDEX IF NOT EXISTS users_organization_email_key
  ON users (organization_id, lower(email));

CREATE INDEX IF NOT EXISTS tasks_organization_status_idx ON tasks (organization_id, status);
CREATE INDEX IF NOT EXISTS comments_task_idx ON comments (task_id, created_at);

-- Listing the tasks of a project is the hottest query.
CREATE INDEX IF NOT EXISTS tasks_project_position_idx ON tasks (project_id, position);

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'tasks_project_title_key') THEN
    ALTER TABLE tasks ADD CONSTRAINT tasks_project_title_key UNIQUE (project_id, title);
  END IF;
END
$$;

CREATE INDEX IF NOT EXISTS comments_project_idx ON comments (project_id);
