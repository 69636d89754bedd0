import { BecauseSection } from './because.tsx'
import { ClockBox } from './clock.tsx'
import type { Example } from './example.ts'
import { KilimBand } from './kilim-band.tsx'
import { LedgerLine } from './ledger-line.tsx'
import { MatterThread } from './matter-thread.tsx'
import { SummaryList } from './summary-list.tsx'
import { Tag } from './tag.tsx'
import { Thread } from './thread.tsx'

const WHY = {
  summary: 'Pse kjo datë?',
  text: 'Ligji nr. 146/2014, neni 11: njëzet ditë pune nga shpallja, më 3 nëntor 2026. Nuk numërohen 28 dhe 29 nëntori.',
}

const clockExamples: Example[] = [
  {
    component: 'ClockBox',
    name: 'i hapur',
    render: () => (
      <ClockBox
        label="Pranohen komente deri më"
        date="1 dhjetor 2026"
        daysLeft="Edhe 9 ditë"
        tone="done"
        explanation={WHY}
      />
    ),
  },
  {
    component: 'ClockBox',
    name: 'afër fundit',
    render: () => (
      <ClockBox label="Përgjigjja pritet deri më" date="24 nëntor 2026" daysLeft="Edhe 2 ditë" tone="warning" />
    ),
  },
  {
    component: 'ClockBox',
    name: 'i mbyllur',
    render: () => (
      <ClockBox label="Konsultimi u mbyll më" date="15 shtator 2026" daysLeft={null} tone="plain" explanation={WHY} />
    ),
  },
]

const subjectOf = (title: string, href: string) => ({
  ref: `shembuj.shembull:${href}`,
  institutionId: '',
  title,
  lang: 'sq' as const,
  officeHref: href,
  publicHref: href,
})
const PLANNED = subjectOf('Rregullore për tregun', '/konsultime/plani/2026')
const CONSULTED = subjectOf('Projektrregullore për tregun', '/konsultime/shembull')
const A_THREAD = {
  ref: CONSULTED.ref,
  records: [
    {
      subject: PLANNED,
      step: 'planned-act' as const,
      on: '2026-03-01',
      distance: 1,
      words: 'Akti i planifikuar',
      of: CONSULTED,
      kind: 'planned-as' as const,
      direction: 'forth' as const,
    },
    {
      subject: CONSULTED,
      step: 'consultation' as const,
      on: '2026-09-04',
      distance: 0,
      words: null,
      of: null,
      kind: null,
      direction: null,
    },
  ],
  edges: [],
  more: false,
}

export const matterExamples: readonly Example[] = [
  { component: 'KilimBand', name: 'shenja', render: () => <KilimBand /> },
  ...clockExamples,
  {
    component: 'BecauseSection',
    name: 'komenti pas një neni',
    render: () => (
      <BecauseSection
        lang="sq"
        level={3}
        id="shembull-per-shkak"
        href="/konsultime/shembull/ndikimi"
        items={[
          {
            versionN: 2,
            places: [{ nodeIds: [], words: 'Neni 3, pika 1 (riformuluar)', href: '/konsultime/shembull/versionet/2' }],
            title: 'Përgjigjja 7K3M-Q9TB',
            code: '7K3M-Q9TB',
            decision: 'Pranuar',
            decided: 'accepted',
            excerpt: 'Tregu hapet tani një orë më herët në verë.',
            excerptLang: 'sq',
            href: '/konsultime/shembull/pergjigjet/7K3M-Q9TB',
            comments: [
              {
                code: '4HXN-22PA',
                author: 'Petrit Shembull',
                excerpt: 'Në verë në orën 6:00 dielli është lart.',
                lang: 'sq',
                href: '/konsultime/shembull/komente/4HXN-22PA',
              },
            ],
            more: 2,
          },
        ]}
      />
    ),
  },
  {
    component: 'MatterThread',
    name: 'një çështje',
    render: () => <MatterThread lang="sq" today="2026-11-23" thread={A_THREAD} />,
  },
  {
    component: 'Thread',
    name: 'rruga e një konsultimi',
    render: () => (
      <Thread
        label="Rruga e këtij projektvendimi"
        steps={[
          { title: 'Projektvendimi u shpall', when: '3 nëntor 2026', state: 'done' },
          {
            title: 'Dëgjesë publike',
            when: '14 nëntor 2026, ora 17:00',
            text: <a href="#">Procesverbali i dëgjesës</a>,
            state: 'done',
          },
          {
            title: 'Pranohen komente',
            when: 'deri më 1 dhjetor 2026',
            text: 'Te koordinatori i konsultimit publik.',
            state: 'now',
          },
          { title: 'Përgjigjja për çdo koment', when: null, state: 'next' },
          { title: 'Shqyrtimi në këshill', when: null, state: 'next' },
        ]}
      />
    ),
  },
  {
    component: 'Tag',
    name: 'të katër gjendjet',
    render: () => (
      <p>
        <Tag tone="done">I hapur</Tag> <Tag tone="warning">Mbyllet së shpejti</Tag> <Tag tone="plain">I mbyllur</Tag>{' '}
        <Tag tone="stopped">I anuluar</Tag>
      </p>
    ),
  },
  {
    component: 'SummaryList',
    name: 'me veprime',
    render: () => (
      <SummaryList
        rows={[
          { key: 'Institucioni', value: 'Bashkia Kodrina (demonstrim)' },
          {
            key: 'Titulli',
            value: 'Projektvendim për rregulloren e tregjeve të hapura',
            action: { href: '#', label: 'Ndryshoni', hidden: 'titullin' },
          },
          {
            key: 'Baza ligjore',
            value: 'Ligji nr. 146/2014, neni 11',
            action: { href: '#', label: 'Ndryshoni', hidden: 'bazën ligjore' },
          },
        ]}
      />
    ),
  },
  {
    component: 'LedgerLine',
    name: 'me disa hyrje',
    render: () => (
      <LedgerLine
        lang="sq"
        entries={{
          subject: 'consultations.consultation:00000000-0000-4000-8000-000000000000',
          count: 3,
          newest: 1204,
        }}
      />
    ),
  },
]
