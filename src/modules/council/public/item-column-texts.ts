import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const itemRegisterTexts = {
  title: { sq: 'Pikat e rendit të ditës', en: 'Agenda items' },
  description: {
    sq: 'Çdo pikë e rendit të ditës të mbledhjeve të këshillave dhe të komisioneve, me materialin, relatorin dhe gjendjen. Për pikat me dyer të mbyllura: vetëm titulli publik, kush e kërkoi dhe pse.',
    en: 'Every item on the agenda of meetings of councils and commissions, with its paper, rapporteur and state. Of items behind closed doors: only the public title, who asked for it and why.',
  },
  keywords: { sq: ['rend dite', 'pikë', 'material'], en: ['agenda', 'item', 'paper'] },
} as const

const NEEDED = { required: true }
const KINDS = ['act', 'report', 'question', 'election', 'hearing', 'minutes', 'information', 'other']

export const ITEM_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'meeting',
    'string',
    { sq: ['Mbledhja', 'Identifikuesi i mbledhjes.'], en: ['Meeting', 'Identifier of the meeting.'] },
    NEEDED,
  ),
  column('body', 'string', { sq: ['Organi', 'Si quhet organi.'], en: ['Body', 'What the body is called.'] }, NEEDED),
  column('day', 'date', { sq: ['Dita', 'Dita e mbledhjes.'], en: ['Day', 'The day of the meeting.'] }),
  column('ordinal', 'integer', { sq: ['Radha', 'Vendi në rend.'], en: ['Order', 'Its place on the agenda.'] }, NEEDED),
  column('label', 'string', {
    sq: ['Numri siç u shtyp', 'I pikave që u morën nga një burim tjetër.'],
    en: ['Number as printed', 'Of items that were taken from another source.'],
  }),
  column('title', 'string', {
    sq: ['Titulli', 'Me dyer të mbyllura: titulli publik.'],
    en: ['Title', 'Behind closed doors: the public one.'],
  }),
  column('title_en', 'string', { sq: ['Titulli anglisht', 'Ku ka.'], en: ['Title in English', 'Where there is one.'] }),
  LANGUAGE,
  column(
    'item_kind',
    'string',
    {
      sq: ['Lloji', 'Çfarë pike është; e mbyllura nuk thotë.'],
      en: ['Kind', 'What kind of item; a closed one does not say.'],
    },
    { required: true, values: KINDS },
  ),
  column('paper', 'string', {
    sq: ['Materiali', 'Identifikuesi i materialit.'],
    en: ['Paper', 'Identifier of the paper.'],
  }),
  column('rapporteur', 'string', { sq: ['Relatori', 'Kush e relaton.'], en: ['Rapporteur', 'Who presents it.'] }),
  column(
    'origin',
    'string',
    {
      sq: ['Kur hyri në rend', 'notice: me njoftimin; added: më pas; on-the-day: ditën e mbledhjes.'],
      en: ['Origin', 'notice: with the notice; added: later; on-the-day: on the day of the meeting.'],
    },
    { required: true, values: ['notice', 'added', 'on-the-day'] },
  ),
  column('carried_from', 'string', {
    sq: ['Vjen nga', 'Pika e një mbledhjeje të mëparshme.'],
    en: ['Comes from', 'The item of an earlier meeting.'],
  }),
  column(
    'state',
    'string',
    {
      sq: [
        'Gjendja',
        'planned: në pritje; open: po shqyrtohet; done: e përfunduar; withdrawn: e tërhequr; postponed: e shtyrë; sent-back: e kthyer.',
      ],
      en: ['State', 'planned, open, done, withdrawn, postponed, or sent-back.'],
    },
    { required: true, values: ['planned', 'withdrawn', 'postponed', 'sent-back', 'open', 'done'] },
  ),
  column('state_reason', 'string', {
    sq: ['Arsyeja', 'Pse u tërhoq, u shty ose u kthye.'],
    en: ['Reason', 'Why it was withdrawn, postponed or sent back.'],
  }),
  column(
    'closed',
    'boolean',
    {
      sq: ['Me dyer të mbyllura', 'E vërtetë: publiku nuk e ndjek.'],
      en: ['Closed doors', 'True: the public does not follow it.'],
    },
    NEEDED,
  ),
  column('closed_asked_by', 'string', {
    sq: ['Kush kërkoi mbylljen', 'Si e shkroi institucioni.'],
    en: ['Who asked for closed doors', 'As the institution wrote it.'],
  }),
  column('closed_reason', 'string', {
    sq: ['Arsyeja e mbylljes', 'Si e shkroi institucioni.'],
    en: ['Ground', 'Why it is closed.'],
  }),
  column('hearing_at', 'datetime', {
    sq: ['Dëgjesa', 'Kur fillon dëgjesa (UTC).'],
    en: ['Hearing', 'When the hearing begins (UTC).'],
  }),
  column('result', 'string', { sq: ['Përfundimi', 'Si u shkrua.'], en: ['Result', 'As it was written.'] }),
  column(
    'version',
    'integer',
    { sq: ['Versioni', 'Rritet me çdo ndryshim.'], en: ['Version', 'Grows by each change.'] },
    NEEDED,
  ),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
