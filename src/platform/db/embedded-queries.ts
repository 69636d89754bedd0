import postgres from 'postgres'

/** The role Kuvend works as: no superuser, as it would be none on a PostgreSQL that somebody else runs. */
export const ROLE = 'kuvend'

/** The superuser in `template1`, of which every later database is a copy. */
export const openTemplate = (url: string): postgres.Sql =>
  postgres(url, { max: 1, onnotice: () => {}, fetch_types: false, connection: { application_name: 'kuvend launcher' } })

export async function hasRole(sql: postgres.Sql): Promise<boolean> {
  return (await sql`select 1 from pg_roles where rolname = ${ROLE}`).length > 0
}

export async function hasDatabase(sql: postgres.Sql, name: string): Promise<boolean> {
  return (await sql`select 1 from pg_database where datname = ${name}`).length > 0
}

/**
 * May make databases (tests, a restore beside the old one), read the figures about the server, take a base backup, and
 * load rows without their triggers (a restore). Functions are granted in each database by itself: here in the template of
 * all later ones. A password cannot be a parameter of `create role`, so it goes through a setting.
 */
export async function createRole(template: postgres.Sql, password: string): Promise<void> {
  await template.begin(async (tx) => {
    await tx`select set_config('scram_iterations', '1', true), set_config('kuvend.password', ${password}, true)`
    await tx`
      do $do$ begin
        execute format('create role kuvend login createdb password %L', current_setting('kuvend.password'));
      end $do$`
    await tx`grant pg_monitor, pg_checkpoint to kuvend`
    await tx`grant set on parameter session_replication_role to kuvend`
    await tx`grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean) to kuvend`
  })
}

export async function createDatabase(template: postgres.Sql, name: string): Promise<void> {
  await template`create database ${template(name)} owner kuvend`
}
