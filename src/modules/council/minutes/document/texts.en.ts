import { formatNumber } from '#platform/i18n/formats.ts'
import type { DocumentTexts } from './texts.sq.ts'

const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`

/** Somebody's words at the end of a sentence: with one full stop. */
const stopped = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
/** A bare number is the number of an article. */
const inArticle = (words: string): string => (/^\d+$/.test(words) ? `article ${words}` : words)

export const documentEn: DocumentTexts = {
  form: 'Minutes',
  kept: 'These minutes are kept at',
  paperPage: 'Page',
  country: {
    AL: { the: 'The meeting', of: 'of the meeting', one: 'meeting' },
    XK: { the: 'The session', of: 'of the session', one: 'session' },
  },
  title: (meeting, body, day) => `${meeting}, ${body}, ${day}`,
  meetingName: (meeting, kind, number) =>
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${meeting.toLowerCase()}${number === null ? '' : ` no. ${number}`}`,
  kinds: { ordinary: 'ordinary', extraordinary: 'extraordinary', urgent: 'urgent', constitutive: 'constitutive' },
  version: (n, day) => `Version ${n}, ${day}`,
  draft: 'Draft',
  reason: (words) => `Reason for the correction: ${words}`,
  notPublicLabel: 'Not public',
  notPublic: 'This document holds what was said behind closed doors. For the office alone.',
  proposedLabel: 'Not yet approved',
  proposed: 'The council has not approved these minutes yet.',
  approvedIn: (day, where) => `Approved on ${day}${where === null ? '' : `, ${where}`}.`,
  approvedVote: (yes, no, abstain) => `with ${yes} in favour, ${no} against, ${abstain} abstaining`,
  facts: {
    body: 'Body',
    day: 'Date',
    place: 'Place',
    opened: 'Opened',
    closed: 'Closed',
    chair: 'In the chair',
    present: 'Present at the opening',
    quorum: 'Quorum',
  },
  quorum: (needed, members) => `${formatNumber(needed)} of ${count(members, 'member', 'members')}`,
  presentOf: (present, members) => `${formatNumber(present)} of ${count(members, 'member', 'members')}`,
  openingTitle: 'Opening and attendance',
  opened: (the, moment) => `${the} opened on ${moment}.`,
  closed: (the, moment) => `${the} closed on ${moment}.`,
  notClosed: (the) => `${the} is not closed yet.`,
  chaired: (name) => `${name} was in the chair.`,
  chairTaken: (name, moment) => `${name} took the chair, ${moment}.`,
  there: (n) => (n === 1 ? '1 member was present.' : `${formatNumber(n)} members were present.`),
  excused: (names) => `Absent with excuse: ${names}.`,
  absent: (names) => `Absent: ${names}.`,
  remote: (names) => `Taking part from afar: ${names}.`,
  breakFromTo: (from, to) => `Break from ${from}${to === null ? '' : ` to ${to}`}.`,
  because: (words) => `Reason: ${stopped(words)}`,
  moves: 'Arrivals and departures',
  came: (name, moment) => `${name} came, ${moment}.`,
  left: (name, moment) => `${name} left, ${moment}.`,
  doors: (from, to, askedBy, reason) =>
    `The doors were closed from ${from}${to === null ? '' : ` to ${to}`}. Asked for by: ${askedBy}. Ground: ${stopped(reason)}`,
  wholeClosed: (askedBy, reason) =>
    `Held behind closed doors.${askedBy === null ? '' : ` Asked for by: ${askedBy}.`}${reason === null ? '' : ` Ground: ${stopped(reason)}`}`,
  item: (n, title) => `Item ${n}. ${title}`,
  closedItem: 'Item behind closed doors',
  itemClosed: (askedBy, reason) =>
    `This item was dealt with behind closed doors.${askedBy === null ? '' : ` Asked for by: ${askedBy}.`}${reason === null ? '' : ` Ground: ${stopped(reason)}`}`,
  partlyClosed: 'Part of this item was held behind closed doors and is not shown here.',
  onTheDay: 'Added to the agenda during the meeting.',
  fromTo: (from, to, present) =>
    `Began ${from}${to === null ? '' : ` and ended ${to}`}${present === null ? '' : `, with ${count(present, 'member', 'members')} present`}.`,
  rapporteur: (name) => `Presented by: ${name}.`,
  spoke: (names) => `Spoke, in this order: ${names}.`,
  conflict: (name, ground) =>
    `${name} declared a conflict of interest and did not vote on this item.${ground === null ? '' : ` Ground: ${stopped(ground)}`}`,
  motions: {
    amendment: (mover, article, words) =>
      `Amendment${article === null ? '' : ` (${inArticle(article)})`}${mover === null ? '' : ` moved by ${mover}`}: ‘${words}’`,
    procedural: (mover, _article, words) => `Procedural motion${mover === null ? '' : ` by ${mover}`}: ‘${words}’`,
    main: (mover, _article, words) => `Motion${mover === null ? '' : ` by ${mover}`}: ‘${words}’`,
  },
  motionStates: { moved: 'Not voted on.', withdrawn: 'Withdrawn.', adopted: 'Adopted.', rejected: 'Not adopted.' },
  vote: (n) => `Vote ${n}`,
  voted: (question, method) => `Voted ${method}: ${question}`,
  votedClosed: (stage, method) => `Voted ${method}, behind closed doors: ${stage}.`,
  votedClosing: (method) => `Voted ${method} on closing the doors.`,
  methods: { 'by-name': 'by name', 'by-hands': 'by show of hands', secret: 'in secret' },
  stages: {
    agenda: 'agenda',
    minutes: 'minutes',
    'in-principle': 'in principle',
    article: 'article by article',
    amendment: 'amendment',
    'as-a-whole': 'as a whole',
    procedural: 'procedure',
    'closing-doors': 'closing the doors',
    election: 'election',
    other: 'other',
  },
  counts: (v) =>
    `Present ${v.present}, entitled to vote ${v.entitled}: ${v.yes} in favour, ${v.no} against, ${v.abstain} abstaining${v.none === 0 ? '' : `, ${v.none} not voting`}.`,
  needed: (n, majority, basis) =>
    `${count(n, 'vote', 'votes')} in favour needed (${majority}${basis === null ? '' : `; ${basis}`}).`,
  majority: (strict, fraction, of) => `${strict ? 'more than' : 'at least'} ${fraction} of ${of}`,
  majorityOf: { 'all-members': 'all members', present: 'those present', voting: 'votes for and against' },
  results: { adopted: 'Adopted.', rejected: 'Not adopted.', tied: 'The votes were equal; not adopted.' },
  byName: (choice, names) => `${choice}: ${names}.`,
  choices: { for: 'For', against: 'Against', abstain: 'Abstained', 'not-voting': 'Did not vote' },
  states: {
    planned: 'Not dealt with.',
    open: 'Not closed.',
    done: '',
    withdrawn: 'The item was withdrawn.',
    postponed: 'The item was postponed.',
    'sent-back': 'The item was sent back.',
  },
  sentBackTo: (body) => `The item was sent back to: ${body}.`,
  result: (words) => `Decision: ${words}`,
  besides: 'Outside the items of the agenda',
  endingTitle: 'Closing',
  late: (number, from, to, entered) =>
    number === 1
      ? `1 entry was made afterwards: it happened on ${from}, and was entered on ${entered}.`
      : `${formatNumber(number)} entries were made afterwards: they happened from ${from} to ${to}, and were entered on ${entered}.`,
  signatures: 'Signatures',
  attendance: 'Annex 1. Attendance',
  attendanceHead: ['Name', 'Attendance', 'From – to'],
  presence: { present: 'present', remote: 'from afar', excused: 'absent with excuse', absent: 'absent' },
  voteSheets: 'Annex 2. Votes',
  voteHead: ['No.', 'Question', 'For', 'Against', 'Abstaining', 'Not voting', 'Result'],
  ballotHead: ['Name', 'Vote'],
  ballotSheet: (n) => `Vote ${n}, by name`,
  closedVote: 'behind closed doors',
  none: '–',
  extract: 'Extract of minutes',
  copy: 'Certified copy of minutes',
  copyLead: (number, day) => `No. ${number}, ${day}`,
  code: (code, url) => `Code: ${code}. Check it at ${url}`,
  certified: (version) => `It is the same as version ${version} of the approved minutes.`,
  cancelled: (reason) => `Cancelled: ${reason}`,
}
