-- Why the time since the sign-up seems to foretell who leaves: of an account that churned and one that stayed, how often
-- had the churned one signed up later before its decision? 0.5 is a coin. Who renewed a year's subscription was there
-- for a year at least; who contracted or churned could do so on any day. Run it beside ravenstack.db:
--
--   sqlite3 -header -column ravenstack.db < tenure.sql

CREATE TEMP TABLE decisions AS
SELECT account_id, kind, julianday(day) - julianday(signup_date) AS tenure,
  row_number() OVER (PARTITION BY account_id ORDER BY day DESC, kind = 'churned' DESC) AS place
FROM ledger JOIN accounts USING (account_id)
WHERE kind IN ('churned', 'renewed', 'contracted') AND day <= '2024-12-31';

DELETE FROM decisions WHERE place > 1 OR tenure < 90;

WITH kept (who, kind) AS (
  VALUES ('all who stayed', 'renewed'), ('all who stayed', 'contracted'),
    ('those who contracted', 'contracted'), ('those who renewed', 'renewed'))
SELECT
  'churned against ' || who AS pairs, count(DISTINCT lost.account_id) AS churned, count(DISTINCT stayed.account_id) AS kept,
  round(avg(CASE WHEN lost.tenure < stayed.tenure THEN 1 WHEN lost.tenure = stayed.tenure THEN 0.5 ELSE 0 END), 2) AS auc,
  min(stayed.tenure) AS shortest_kept
FROM kept JOIN decisions stayed USING (kind) JOIN decisions lost ON lost.kind = 'churned'
GROUP BY who;
