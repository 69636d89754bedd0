import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import type { Contact, PaymentKind } from './people-rules.ts'

/** The registers beside the councillors: parties, secretariat, payments, memberships of the council. */
type Row = { id: string; institutionId: string; version: number; publishedAt: Date | null }
type New<Fields> = Fields & { institutionId: string; formId: string | null; at: Date }

export type PartyFields = {
  name: string
  nameEn: string | null
  shortName: string | null
  kind: 'party' | 'coalition' | 'independents' | 'group'
}
export type Party = PartyFields & Row

export const listParties = (db: Queryable, institutions: readonly string[] | null): Promise<Party[]> =>
  db<Party[]>`
    select id, institution_id, version, created_at as published_at, name, name_en, short_name, kind from council.parties
    ${institutions ? db`where institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by name collate "sq-x-icu", id limit 1000`

export const findParty = async (db: Queryable, id: string): Promise<Party | null> =>
  one(
    await db<Party[]>`
      select id, institution_id, version, created_at as published_at, name, name_en, short_name, kind
      from council.parties where id = ${id}`,
  )

/** Null: there is one of that name, or this form made one before. */
export const insertParty = async (tx: Transaction, row: New<PartyFields>): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.parties (institution_id, form_id, name, name_en, short_name, kind, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.name}, ${row.nameEn}, ${row.shortName}, ${row.kind}, ${row.at}, ${row.at})
      on conflict do nothing returning id`,
  )?.id ?? null

export const findPartyNamed = async (db: Queryable, institutionId: string, name: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from council.parties
      where institution_id = ${institutionId}
        and (platform.plain(name) = platform.plain(${name}) or platform.plain(short_name) = platform.plain(${name}))
      order by (platform.plain(name) = platform.plain(${name})) desc, id limit 1`,
  )?.id ?? null

/** False: another one has that name. */
export async function updateParty(tx: Transaction, id: string, row: PartyFields, at: Date): Promise<boolean> {
  const rows = await tx`
    update council.parties as party set name = ${row.name}, name_en = ${row.nameEn}, short_name = ${row.shortName},
      kind = ${row.kind}, version = version + 1, changed_at = ${at}
    where id = ${id} and not exists (
      select 1 from council.parties as other where other.institution_id = party.institution_id and other.id <> ${id}
        and platform.plain(other.name) = platform.plain(${row.name}))
    returning id`
  return rows.length > 0
}

export type StaffFields = {
  name: string
  post: string
  postEn: string | null
  gender: 'female' | 'male' | 'other' | null
  genderPublic: boolean
  biography: string | null
  contacts: Contact[]
  ordinal: number | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
}
export type Staff = StaffFields & Row

const staffColumns = (db: Queryable) => db`
  id, institution_id, version, published_at, name, post, post_en, gender, gender_public, biography, contacts, ordinal,
  from_on, to_on from council.staff`

export const listStaff = (db: Queryable, institutions: readonly string[] | null): Promise<Staff[]> =>
  db<Staff[]>`
    select ${staffColumns(db)}
    ${institutions ? db`where institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by institution_id, ordinal, name, id limit 1000`

export const findStaff = async (db: Queryable, id: string): Promise<Staff | null> =>
  one(await db<Staff[]>`select ${staffColumns(db)} where id = ${id}`)

export const insertStaff = async (tx: Transaction, row: New<StaffFields>): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.staff
        (institution_id, form_id, name, post, post_en, gender, gender_public, biography, contacts, ordinal, from_on, to_on,
         created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.name}, ${row.post}, ${row.postEn}, ${row.gender},
              ${row.genderPublic}, ${row.biography}, ${tx.json(row.contacts)}, ${row.ordinal ?? 1}, ${row.fromOn},
              ${row.toOn}, ${row.at}, ${row.at})
      on conflict (form_id) do nothing returning id`,
  )?.id ?? null

export async function updateStaff(tx: Transaction, id: string, row: StaffFields, at: Date): Promise<void> {
  await tx`
    update council.staff set name = ${row.name}, post = ${row.post}, post_en = ${row.postEn}, gender = ${row.gender},
      gender_public = ${row.genderPublic}, biography = ${row.biography}, contacts = ${tx.json(row.contacts)},
      ordinal = ${row.ordinal ?? 1}, from_on = ${row.fromOn}, to_on = ${row.toOn}, version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export type AffiliationFields = {
  organisation: string
  organisationEn: string | null
  url: string | null
  purpose: string | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
  personId: string | null
}
export type Affiliation = AffiliationFields & Row & { person: string | null }

const affiliationColumns = (db: Queryable) => db`
  one.id, one.institution_id, one.version, one.published_at, one.organisation, one.organisation_en, one.url, one.purpose,
  one.from_on, one.to_on, one.person_id, person.name as person
  from council.affiliations as one left join platform.persons as person on person.id = one.person_id`

export const listAffiliations = (db: Queryable, institutions: readonly string[] | null): Promise<Affiliation[]> =>
  db<Affiliation[]>`
    select ${affiliationColumns(db)}
    ${institutions ? db`where one.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by one.organisation collate "sq-x-icu", one.id limit 1000`

export const findAffiliation = async (db: Queryable, id: string): Promise<Affiliation | null> =>
  one(await db<Affiliation[]>`select ${affiliationColumns(db)} where one.id = ${id}`)

export const insertAffiliation = async (tx: Transaction, row: New<AffiliationFields>): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.affiliations
        (institution_id, form_id, organisation, organisation_en, url, purpose, from_on, to_on, person_id, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.organisation}, ${row.organisationEn}, ${row.url}, ${row.purpose},
              ${row.fromOn}, ${row.toOn}, ${row.personId}, ${row.at}, ${row.at})
      on conflict (form_id) do nothing returning id`,
  )?.id ?? null

export async function updateAffiliation(tx: Transaction, id: string, row: AffiliationFields, at: Date): Promise<void> {
  await tx`
    update council.affiliations set organisation = ${row.organisation}, organisation_en = ${row.organisationEn},
      url = ${row.url}, purpose = ${row.purpose}, from_on = ${row.fromOn}, to_on = ${row.toOn},
      person_id = ${row.personId}, version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export type PaymentFields = {
  personId: string
  fromOn: CivilDate
  toOn: CivilDate
  kind: PaymentKind
  /** As the database writes it: `25000.00`. */
  amount: string
  currency: 'ALL' | 'EUR'
  note: string | null
}
export type Payment = PaymentFields & Row & { person: string; personState: string }

const paymentColumns = (db: Queryable) => db`
  paid.id, paid.institution_id, paid.version, paid.published_at, paid.person_id, paid.from_on, paid.to_on, paid.kind,
  paid.amount::text as amount, paid.currency, paid.note, person.name as person, councillor.state as person_state
  from council.payments as paid
  join platform.persons as person on person.id = paid.person_id
  join council.councillors as councillor on councillor.person_id = paid.person_id`

export type PaymentKey = { day: CivilDate; id: string }

/** Newest period first. */
export const listPayments = (
  db: Queryable,
  f: { institutions: readonly string[] | null; personId: string | null; after: PaymentKey | null },
  limit: number,
): Promise<Payment[]> =>
  db<Payment[]>`
    select ${paymentColumns(db)}
    where true
      ${f.institutions ? db`and paid.institution_id = any(${f.institutions as string[]}::uuid[])` : db``}
      ${f.personId ? db`and paid.person_id = ${f.personId}` : db``}
      ${f.after ? db`and (paid.from_on, paid.id) < (${f.after.day}, ${f.after.id})` : db``}
    order by paid.from_on desc, paid.id desc limit ${limit}`

export const findPayment = async (db: Queryable, id: string): Promise<Payment | null> =>
  one(await db<Payment[]>`select ${paymentColumns(db)} where paid.id = ${id}`)

export const insertPayment = async (
  tx: Transaction,
  row: New<PaymentFields> & { importId: string | null },
): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.payments
        (institution_id, form_id, import_id, person_id, from_on, to_on, kind, amount, currency, note, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.importId}, ${row.personId}, ${row.fromOn}, ${row.toOn}, ${row.kind},
              ${row.amount}, ${row.currency}, ${row.note}, ${row.at}, ${row.at})
      on conflict (form_id) do nothing returning id`,
  )?.id ?? null

export const findSamePayment = async (db: Queryable, row: PaymentFields): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select id from council.payments
      where person_id = ${row.personId} and from_on = ${row.fromOn} and to_on = ${row.toOn} and kind = ${row.kind}
        and amount = ${row.amount}::numeric and currency = ${row.currency} order by id limit 1`,
  )?.id ?? null

export async function updatePayment(tx: Transaction, id: string, row: PaymentFields, at: Date): Promise<void> {
  await tx`
    update council.payments set person_id = ${row.personId}, from_on = ${row.fromOn}, to_on = ${row.toOn},
      kind = ${row.kind}, amount = ${row.amount}, currency = ${row.currency}, note = ${row.note},
      version = version + 1, changed_at = ${at}
    where id = ${id}`
}

export const listPaymentIds = async (db: Queryable, personIds: readonly string[]): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select id from council.payments where person_id = any(${personIds as string[]}::uuid[]) order by id`
  ).map(({ id }) => id)

export const removeImportedPayments = async (tx: Transaction, importId: string): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      delete from council.payments where import_id = ${importId} and published_at is null and version = 1 returning id`
  ).map(({ id }) => id)

export const countImportedPayments = async (db: Queryable, importId: string): Promise<number> =>
  one(await db<{ n: number }[]>`select count(*)::int as n from council.payments where import_id = ${importId}`)?.n ?? 0

/** What is published of it from now on, or is so no more. Which table is written in the program, never typed. */
export async function moveRegisterRow(
  tx: Transaction,
  table: 'council.staff' | 'council.payments' | 'council.affiliations',
  id: string,
  publishedAt: Date | null,
  at: Date,
): Promise<void> {
  await tx`
    update ${tx(table)} set published_at = ${publishedAt}, version = version + 1, changed_at = ${at} where id = ${id}`
}

export async function holdRegisterRow(
  tx: Transaction,
  table: 'council.parties' | 'council.staff' | 'council.payments' | 'council.affiliations',
  id: string,
): Promise<void> {
  await tx`select id from ${tx(table)} where id = ${id} for update`
}

export const findRegisterForm = async (
  db: Queryable,
  table: 'council.parties' | 'council.staff' | 'council.payments' | 'council.affiliations',
  formId: string,
): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from ${db(table)} where form_id = ${formId}`)?.id ?? null
