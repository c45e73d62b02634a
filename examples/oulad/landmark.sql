-- Looks ahead from one day: of the students who were in a course and had a score on it, who withdrew within 90 days? The
-- score was made without anything later, and everybody is judged on the same day of the course. Run it beside oulad.db
-- with the report.json of a build of that day:
--
--   sqlite3 -header -column oulad.db < landmark.sql

CREATE TEMP TABLE scored AS
SELECT value ->> 'id' AS account_id, value ->> 'score' AS score FROM json_each(readfile('report.json'), '$.accounts');

CREATE TEMP TABLE edition AS SELECT julianday(json_extract(readfile('report.json'), '$.as_of')) AS day;

CREATE TEMP TABLE ahead AS
SELECT
  e.code_presentation AS presentation, CAST(edition.day - julianday(e.monday) AS INTEGER) AS day,
  score, CASE WHEN withdrew <= length THEN withdrew END AS withdrew
FROM edition CROSS JOIN scored CROSS JOIN enrolments e ON e.account_id = scored.account_id
WHERE score IS NOT NULL;

-- The area under the curve by the sum of ranks, ties in the middle of theirs.
WITH
  said AS (SELECT presentation, day, score, coalesce(withdrew BETWEEN day + 1 AND day + 90, 0) AS gone FROM ahead),
  ranked AS (
    SELECT
      presentation, day, gone,
      rank() OVER (PARTITION BY presentation ORDER BY score)
        + (count(*) OVER (PARTITION BY presentation, score) - 1) / 2.0 AS place
    FROM said
  )
SELECT
  presentation, day, count(*) AS scored, sum(gone) AS withdrew,
  round(1 - (sum(gone * place) - sum(gone) * (sum(gone) + 1) / 2.0) / (sum(gone) * (count(*) - sum(gone))), 3) AS auc
FROM ranked
GROUP BY presentation, day;
