CREATE TABLE projects (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  team_id uuid REFERENCES teams (id) ON DELETE SET NULL,
  name text NOT NULL,
  is_archived boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE tasks ADD COLUMN project_id uuid REFERENCES projects (id) ON DELETE CASCADE;
ALTER TABLE comments ADD COLUMN project_id uuid REFERENCES projects (id) ON DELETE CASCADE;

-- The milestone a project works towards.
ALTER TABLE projects ADD COLUMN current_milestone_id bigint;
ALTER TABLE projects
  ADD CONSTRAINT projects_current_milestone_fkey
  FOREIGN KEY (current_milestone_id) REFERENCES milestones (id) ON DELETE SET NULL;
