-- A login link is revoked as a token is, and with it the session that it began; so what was revoked is one or the other.
alter table access_token_revoked drop constraint access_token_revoked_token_id_fkey;
