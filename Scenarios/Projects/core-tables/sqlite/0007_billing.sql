CREATE TABLE subscriptions (
  organization_id INTEGER PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  tier TEXT NOT NULL DEFAULT 'free' CHECK (tier IN ('free', 'team', 'enterprise')),
  seats INTEGER NOT NULL DEFAULT 5 CHECK (seats > 0),
  renews_on TEXT
) STRICT;

INSERT INTO subscriptions (organization_id)
SELECT id FROM organizations;
