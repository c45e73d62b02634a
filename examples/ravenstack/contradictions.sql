-- What RavenStack says against itself, in figures. Each row of it is well formed, so no row is refused; it takes two
-- tables to see this. Run it after import.sql:
--
--   sqlite3 -column ravenstack.db < contradictions.sql

SELECT 'accounts whose churn_flag and churn events agree' AS what,
  sum((churn_flag = 'True') = (account_id IN (SELECT account_id FROM churn_events))) AS number, count(*) AS of
FROM accounts
UNION ALL
SELECT 'accounts with a churn event whose subscriptions run on',
  sum(account_id IN (SELECT account_id FROM subscriptions WHERE end_date = '')), count(*)
FROM accounts WHERE account_id IN (SELECT account_id FROM churn_events)
UNION ALL
SELECT 'usage rows before their subscription', sum(usage_date < start_date), count(*)
FROM feature_usage JOIN subscriptions USING (subscription_id)
UNION ALL
SELECT 'usage rows before the sign-up', sum(usage_date < signup_date), count(*)
FROM feature_usage JOIN subscriptions USING (subscription_id) JOIN accounts USING (account_id)
UNION ALL
SELECT 'usage rows after the end of their subscription', sum(end_date <> '' AND usage_date > end_date), count(*)
FROM feature_usage JOIN subscriptions USING (subscription_id)
UNION ALL
SELECT 'usage rows whose id has been there before', count(*) - count(DISTINCT usage_id), count(*)
FROM feature_usage
UNION ALL
SELECT 'tickets before the sign-up', sum(submitted_at < signup_date), count(*)
FROM support_tickets JOIN accounts USING (account_id)
UNION ALL
SELECT 'accounts with fewer seats than their subscriptions', sum(seats + 0 < taken), count(*)
FROM accounts JOIN (SELECT account_id, sum(seats) AS taken FROM subscriptions WHERE end_date = '' GROUP BY account_id)
  USING (account_id);
