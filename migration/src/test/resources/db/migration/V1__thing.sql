create table thing (id int);
grant select, insert on thing to ${app};
