-- Derives who stayed and who left from the weeks themselves, into data/outcomes.csv. Run it in the folder of the files:
--
--   mkdir -p data && sqlite3 < outcomes.sql
--
-- Nobody says goodbye to a shop: who has no order in thirteen weeks counts as lost. The thirteen weeks are the last of
-- the files, from Monday 6 June to Sunday 4 September 2011. Their first day is the day of the decision (notice_on), so
-- that a score 30 days before rests on nothing of what decides the outcome; the day after their last is when it is known
-- (date). Whoever first ordered in those weeks has no outcome.

.bail on
.mode csv
.import accounts.csv accounts
.import weekly.csv weekly
.headers on
.output data/outcomes.csv

CREATE INDEX weeks_of_customer ON weekly (CustomerID);

SELECT
  CustomerID AS account_id,
  '2011-09-05' AS date,
  CASE WHEN EXISTS (
    SELECT 1 FROM weekly
    WHERE weekly.CustomerID = accounts.CustomerID AND week BETWEEN '2011-06-06' AND '2011-08-29' AND orders > 0
  ) THEN 'renewed' ELSE 'churned' END AS kind,
  '2011-06-06' AS notice_on
FROM accounts
WHERE first_week < '2011-06-06'
ORDER BY CustomerID;
