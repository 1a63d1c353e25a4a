CREATE TYPE plan_tier AS ENUM ('free', 'team', 'enterprise');

CREATE TABLE subscriptions (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  tier plan_tier NOT NULL DEFAULT 'free',
  seats integer NOT NULL DEFAULT 5 CHECK (seats > 0),
  renews_on date
);

INSERT INTO subscriptions (organization_id)
SELECT id FROM organizations;
