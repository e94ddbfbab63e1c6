-- the service looks before it starts; only the command migrate may write here
grant select on flyway_schema_history to ${app};
