-- The roles and the database of the product, once for each cluster, as a superuser. docs/operations.md explains them.
-- The passwords come from the environment, so that they appear in no list of processes.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv login_password LOGIN_PASSWORD
create role reachgenie_owner login createrole password :'owner_password';
create role reachgenie_login login noinherit password :'login_password';
alter role reachgenie_login set timezone to 'UTC';
alter role reachgenie_login set statement_timeout to '10s';
alter role reachgenie_login set lock_timeout to '5s';
alter role reachgenie_login set idle_in_transaction_session_timeout to '15s';
alter role reachgenie_login set client_connection_check_interval to '1s';
create database reachgenie owner reachgenie_owner template template0
  encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C.UTF-8';
