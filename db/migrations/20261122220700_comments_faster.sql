-- Letters that a crowd causes get their job without waking a worker: see insertLetterAndJob. PostgreSQL 15.
insert into graphile_worker._private_tasks (identifier) values ('mail.send') on conflict (identifier) do nothing;
