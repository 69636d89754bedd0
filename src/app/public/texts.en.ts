import { en as office } from '../office/institutions/texts.en.ts'
import type { Prose, PublicTexts } from './texts.sq.ts'

const accessibility: Prose = {
  title: 'Accessibility statement',
  lead: 'Kuvend is meant for everyone: on an old telephone, without a mouse, with a screen reader or with enlarged letters.',
  sections: [
    {
      title: 'What we aim for',
      paragraphs: [
        'The pages are built to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and the European standard EN 301 549.',
      ],
    },
    {
      title: 'What has been tested',
      paragraphs: ['With every change of the program it is tested, in a real browser:'],
      points: [
        'that the pages have no violation that automatic accessibility tests (axe-core) can find, and no error in their HTML;',
        'that the pages can be read on a screen 320 pixels wide without scrolling sideways, and with letters twice as large;',
        'that the main paths can be walked by keyboard alone: finding a draft, commenting on it, confirming the comment, signing in to the office;',
        'that the public pages work without JavaScript.',
      ],
    },
    {
      title: 'What has not been tested yet',
      paragraphs: ['Automatic tests find only some of the barriers. These are missing:'],
      points: [
        'tests by people with disabilities;',
        'tests with screen readers such as NVDA, JAWS, VoiceOver and TalkBack;',
        'documents that institutions upload (Word, PDF): whether they are accessible depends on who wrote them. Where a draft has been read as text, it is given as a page as well.',
      ],
    },
    {
      title: 'If something is in your way',
      paragraphs: [
        'Tell us: what you wanted to do, on which page and with which device. Write to the institution concerned and ask it to pass it on to those who look after the site. If you cannot read a document, ask the institution for it in a form that you can.',
      ],
      links: [{ href: '/kontakti', label: 'Addresses of the institutions' }],
    },
    {
      title: 'Date',
      paragraphs: ['This statement was written on 22 November 2026 by the makers of Kuvend themselves.'],
    },
  ],
}

const privacy: Prose = {
  title: 'Privacy',
  lead: 'What we keep about you, why, for how long, and what you can ask for.',
  sections: [
    {
      title: 'Who answers for your data',
      paragraphs: [
        'The institution that opened the consultation answers for the comments: it decides why they are asked for and what is done with them. Whoever runs this site keeps the data for the institution and uses them for nothing else.',
      ],
      links: [{ href: '/kontakti', label: 'Addresses of the institutions' }],
    },
    {
      title: 'When you comment',
      paragraphs: ['Public consultation is a duty of the institution by law; for it we need:'],
      points: [
        'the words of the comment, for they are published and the institution must consider them;',
        'your e-mail address, so that you can confirm the comment and change or withdraw it later. It is never published. We keep it with the comment for as long as you can manage it;',
        'your name, only if you write it. The officials who read the comments see it; it is shown on no page unless you choose so yourself;',
        'the name of the organisation, when you write on behalf of one. This is published;',
        'files, if you attach any. They are published with the comment.',
      ],
    },
    {
      title: 'When you sign in',
      paragraphs: [
        'To sign in you are sent a code to your address. In the browser we leave two cookies, for signing in only: one that keeps you signed in and one that remembers that it was you who asked for the code. There are no others, no measuring of visits and no files from other sites.',
        'For the accounts of officials it is noted when somebody signed in, when a code was refused and when roles changed, so that the official can see it and the work can be checked.',
      ],
    },
    {
      title: 'For how long',
      paragraphs: [],
      points: [
        'A comment that is not confirmed is erased after 7 days, with everything you wrote.',
        'A published comment stays in the public record. When you withdraw it, its words and your name are no longer shown; only the note remains that there was a comment.',
        'The text of a letter is erased 7 days after it was sent, and the note to which address and when it was sent after 90 days.',
        'A sign-in code is erased 1 day after it has expired.',
        'To hold back mass sending we count attempts by an encrypted trace of the network address. The address itself is not kept; the trace is erased after 1 day.',
        'A sign-in that has ended is forgotten after 30 days.',
        'The technical log of visits holds no network addresses, no e-mail addresses and no words from forms.',
      ],
    },
    {
      title: 'What you can ask for',
      paragraphs: [
        'With the private link in your letter, or after signing in with your address, you change and withdraw the comment yourself. Signed in with your address you see all that we keep about you, correct it, take it along and erase it. Without e-mail turn to the institution’s data protection officer, with the code of your receipt.',
        'If you do not agree with its answer, turn to the supervisor of personal data:',
      ],
      links: [
        { href: '/llogaria/te-dhenat', label: 'My data' },
        { href: '/lidhjet-e-mia', label: 'I lost my link' },
        {
          href: 'https://www.idp.al/',
          label: 'In Albania: Commissioner for the Right to Information and Protection of Personal Data',
        },
        { href: 'https://aip.rks-gov.net/', label: 'In Kosovo: Information and Privacy Agency' },
      ],
    },
  ],
}

const directory: PublicTexts['directory'] = {
  title: 'Institutions and organisations',
  menu: 'Institutions',
  lead: 'Who works in Kuvend and whom acts refer to: institutions, organisations, media and partners.',
  filter: 'Narrow the list',
  words: 'Words of the name',
  wordsHint: 'Former names too, with or without ë and ç',
  wordsShort: 'Write at least three letters',
  kind: 'Kind',
  anyKind: 'Any kind',
  country: 'Country',
  anyCountry: 'Both countries',
  standing: 'Standing in Kuvend',
  anyStanding: 'All',
  standings: { member: 'Works in Kuvend', listed: 'Only listed' },
  closed: 'Those that are closed too',
  submit: 'Search',
  clear: 'Clear the filters',
  empty: 'No institution matches these filters.',
  next: 'More',
  first: 'From the beginning',
  paging: 'Pages of the list',
  closedTag: 'Closed',
}

export const en: PublicTexts = {
  home: {
    title: 'Your word, before the decision',
    lead: 'Kuvend is the place where institutions show everyone their drafts before they decide: you read them, have your say, and it stays on the record.',
    institutions: 'Institutions',
    noInstitutions: 'No institution has been added yet.',
    how: 'How it works',
    steps: [
      {
        title: 'Find the draft.',
        words: 'Every draft can be read article by article, with the date until which you can have your say.',
      },
      {
        title: 'Write your comment.',
        words:
          'On the whole draft, on one article or on the words you choose. You need no account, an e-mail address is enough.',
      },
      {
        title: 'Confirm it with the letter you receive.',
        words: 'Then your comment counts, receives a code and is published. Your name is shown only if you wish.',
      },
    ],
  },
  institution: {
    kinds: office.kinds,
    countries: { AL: 'Albania', XK: 'Kosovo' },
    addresses: 'Whom to turn to',
    noAddresses: 'This institution has not given any address yet.',
    bodies: 'Bodies',
    demonstration: 'demonstration',
    roles: office.addressRoles,
    telephone: 'Telephone',
    closedOn: (date) =>
      `This institution has been closed since ${date}. It takes no new matters; its records stay here.`,
    successors: 'Its tasks were taken over by',
    predecessors: 'It has taken over the tasks of',
    listed:
      'This institution or organisation does not work in Kuvend: it stands here because acts and persons refer to it.',
    website: 'Official site',
    registration: 'Registration number',
    source: 'Source',
    facts: 'Facts',
    formerNames: 'Former names',
    nameFrom: (date) => `from ${date}`,
    endedBodies: 'Closed bodies',
    body: {
      kinds: office.bodyKinds,
      roles: office.memberRoles,
      members: 'Members',
      formerMembers: 'Former members',
      noMembers: 'The members are not on record.',
      unnamed: 'not named in the order',
      kind: 'Kind',
      order: 'Founding act',
      unknown: 'not known',
      number: (number) => `no. ${number}`,
      dated: (date) => `of ${date}`,
      founded: 'Founded on',
      ended: 'Closed on',
      parent: 'Part of',
      former: 'Former names',
      until: (date) => `until ${date}`,
      from: (date) => `from ${date}`,
      sinceUnknown: 'date not known',
      columns: ['Name', 'Role', 'From', 'Time'],
      seats: (n) => (n === 1 ? '1 member' : `${n} members`),
    },
  },
  directory,
  contact: {
    title: 'Contact',
    lead: 'About a matter, write to the institution that has it in hand. The addresses are of posts, not of persons.',
    faults:
      'About a fault of the site write to the institution too: tell us the address of the page and, if there was one, the error reference.',
  },
  accessibility,
  privacy,
}
