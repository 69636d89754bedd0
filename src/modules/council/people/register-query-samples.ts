import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './register-queries.ts'

const DAY = '2026-11-22'
const NEW = { institutionId: ID, formId: ID, at: MOMENT }
const PARTY = { name: 'Lista e Parë', nameEn: null, shortName: 'LP', kind: 'party' } as const
const STAFF = {
  name: 'Drita Prove',
  post: 'Sekretare',
  postEn: null,
  gender: null,
  genderPublic: false,
  biography: null,
  contacts: [],
  ordinal: 1,
  fromOn: null,
  toOn: null,
}
const AFFILIATION = {
  organisation: 'Shoqata',
  organisationEn: null,
  url: null,
  purpose: null,
  fromOn: null,
  toOn: null,
  personId: null,
}
const PAYMENT = {
  personId: ID,
  fromOn: DAY,
  toOn: DAY,
  kind: 'allowance',
  amount: '25000.00',
  currency: 'ALL',
  note: null,
} as const

export const samples = {
  listParties: [[null], [[ID]]],
  findParty: [[ID]],
  insertParty: [[{ ...PARTY, ...NEW }]],
  findPartyNamed: [[ID, 'Lista']],
  updateParty: [[ID, PARTY, MOMENT]],
  listStaff: [[null], [[ID]]],
  findStaff: [[ID]],
  insertStaff: [[{ ...STAFF, ...NEW }]],
  updateStaff: [[ID, STAFF, MOMENT]],
  listAffiliations: [[null], [[ID]]],
  findAffiliation: [[ID]],
  insertAffiliation: [[{ ...AFFILIATION, ...NEW }]],
  updateAffiliation: [[ID, AFFILIATION, MOMENT]],
  listPayments: [
    [{ institutions: null, personId: null, after: null }, 51],
    [{ institutions: [ID], personId: ID, after: { day: DAY, id: ID } }, 51],
  ],
  findPayment: [[ID]],
  insertPayment: [[{ ...PAYMENT, ...NEW, importId: null }]],
  findSamePayment: [[PAYMENT]],
  updatePayment: [[ID, PAYMENT, MOMENT]],
  listPaymentIds: [[[ID]]],
  removeImportedPayments: [[ID]],
  countImportedPayments: [[ID]],
  moveRegisterRow: [
    ['council.staff', ID, MOMENT, MOMENT],
    ['council.payments', ID, null, MOMENT],
    ['council.affiliations', ID, null, MOMENT],
  ],
  holdRegisterRow: [
    ['council.parties', ID],
    ['council.staff', ID],
  ],
  findRegisterForm: [
    ['council.parties', ID],
    ['council.payments', ID],
  ],
} satisfies QuerySamples<typeof queries>
