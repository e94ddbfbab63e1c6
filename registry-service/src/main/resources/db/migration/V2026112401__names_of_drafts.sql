-- An organisation's list of its products is read from columns, not out of every draft.
alter table work.product add column name text, add column category text;

-- a draft may hold an escaped NUL somewhere, which no function of the database reads
update work.product
set name = replace(content, '\u0000', '\ufffd')::json #>> '{identity,name}',
    category = replace(content, '\u0000', '\ufffd')::json #>> '{identity,category}'
where content is not null;
