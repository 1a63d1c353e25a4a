CREATE VIEW project_overview AS
SELECT p.id, p.name, m.title AS milestone, count(t.id) AS open_tasks
FROM projects p
LEFT JOIN milestones m ON m.id = p.current_milestone_id
LEFT JOIN tasks t ON t.project_id = p.id AND t.status <> 'done'
WHERE NOT p.is_archived
GROUP BY p.id, p.name, m.title;
