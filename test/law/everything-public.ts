import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import { importConsultationPlan } from '#modules/consultations/history/import-consultation-plan.ts'
import { publishedAnswers } from '#modules/consultations/ledger/answer-records.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { moderateComment } from '#modules/consultations/moderation/moderate-comment.ts'
import { givenDelivery, JOINT } from '#modules/consultations/entry/testing.ts'
import { givenConfirmedGroup } from '#modules/consultations/groups/group-testing.ts'
import { givenComment, givenConsultation, givenInstitution, officialWith } from '#modules/consultations/testing.ts'
import { answerTo, givenQuestions } from '#modules/consultations/questions/question-testing.ts'
import { givenReport } from '#modules/consultations/report/report-testing.ts'
import { givenReply, givenYearReport } from '#modules/consultations/transparency/transparency-testing.ts'
import { givenPlannedAct } from '#modules/consultations/year/year-testing.ts'
import { givenMonitoring } from '#modules/consultations/monitoring/monitoring-testing.ts'
import { givenActText, givenBeside, givenRelation } from '#modules/council-acts/reading/testing.ts'
import { givenDecisionReport } from '#modules/council-acts/figures/report-testing.ts'
import { givenReview } from '#modules/council-acts/review/testing.ts'
import { givenGapNote } from '#modules/council-acts/register/testing.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { givenRecording } from '#modules/council/recordings/testing.ts'
import { givenSitting } from '#modules/council/sitting/testing.ts'
import { givenApprovedMinutes } from '#modules/council/minutes/testing.ts'
import { givenPublicMeeting } from '#modules/council/public/testing.ts'
import { publishedMeetings } from '#modules/meetings/meeting-records.ts'
import { givenHeldMeeting } from '#modules/meetings/testing.ts'
import type { Transaction } from '#platform/db/database.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { everyDoor } from '../doors.ts'
import { draftDataset } from '../imports.ts'
import { entered } from '../ledger.ts'
import type { Database } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'

/** One of everything that everybody can read. */
export async function givenEverything(db: Database, services: Services) {
  const official = await officialWith(services, ['moderator', 'prova'])
  const consultation = await givenConsultation(services)
  const { one, scale } = await givenQuestions(services, consultation)
  const answers = [answerTo(one, { chosen: [1] }), answerTo(scale, { scale: 3 })]
  const [comment, held, taken] = [
    await givenComment(services, consultation, { answers }),
    await givenComment(services, consultation),
    await givenComment(services, consultation),
  ]
  await moderateComment(services, official, held.id, 1, { move: 'hold', ground: 'insult', note: null })
  const order = {
    submissionId: randomUUID(),
    subject: `consultations.comment:${taken.id}`,
    ground: 'unlawful',
  } as const
  await takeDown(services, everyDoor, official, { ...order, note: null })
  const { id: ministry } = await givenInstitution(services, 'mb')
  await importConsultationPlan(services, ministry, await readFile('db/demo/migration-strategy.json'))
  await entered(db, publishedConsultations, (tx) => addBeside(tx, consultation.id))
  await givenDelivery(services, 'prova', { kind: 'joint', joint: JOINT }, consultation)
  const group = await givenConfirmedGroup(services, consultation)
  const dataset = await draftDataset(services, 'prova', { rows: 1, published: true })
  const { id: meeting } = await givenHeldMeeting(services)
  await entered(db, publishedMeetings, (tx) => addBesideMeeting(tx, services, meeting))
  const { meeting: minuted } = await givenApprovedMinutes(services, official)
  const { meeting: councilMeeting, paperId: councilPaper } = await givenPublicMeeting(services)
  const { meetingId: councilSitting, voteId: councilVote } = await givenSitting(services)
  const { id: answer } = await givenAnswer(services, consultation, comment)
  await entered(db, publishedAnswers, (tx) => addChangeOf(tx, answer))
  const { id: report } = await givenReport(services)
  await givenYearReport(services)
  await givenReply(services)
  await givenDecisionReport(services, await officialWith(services, ['council-secretary', 'prova']))
  await givenGapNote(services, await officialWith(services, ['council-secretary', 'prova']))
  const { id: plannedAct } = await givenPlannedAct(services, { published: true, consultation: consultation.id })
  await givenMonitoring(services, { published: true })
  const act = await givenAct(services, { inForceFrom: '2026-10-17' })
  await givenActText(services, act)
  await givenRelation(services, act, { other: await givenAct(services), effectiveOn: '2026-10-17' })
  await givenBeside(services, act)
  const { transmittal } = await givenReview(services, act)
  return {
    consultation: consultation.id,
    comment: comment.id,
    held: held.id,
    taken: taken.id,
    group: group.id,
    answer,
    dataset,
    plannedAct,
    report,
    meeting,
    councilMeeting: councilMeeting.id,
    councilPaper,
    councilMinutes: minuted.id,
    councilSitting,
    councilRecording: (await givenRecording(services, { spoken: true })).id,
    councilVote,
    act: act.id,
    transmittal,
  }
}

async function addBesideMeeting(tx: Transaction, services: Services, id: string): Promise<{ id: string }[]> {
  const bodies = await tx<{ id: string }[]>`
    with body as (
      insert into platform.bodies (institution_id, kind, name)
      select institution_id, 'working-group', 'Grupi i tregut' from meetings.meetings where id = ${id}
      returning id, institution_id)
    insert into meetings.meeting_bodies (meeting_id, institution_id, body_id) select ${id}, institution_id, id from body
    returning body_id as id`
  await appendToLedger(tx, services, { kind: bodyRecords, ids: bodies.map((body) => body.id) })
  await tx`
    insert into meetings.outcomes (meeting_id, institution_id, ordinal, kind, words, added_at)
    select id, institution_id, 1, 'decision', 'U miratua', now() from meetings.meetings where id = ${id}`
  return [{ id }]
}

/** A place of the text that changed because of an answer. */
const addChangeOf = (tx: Transaction, answer: string): Promise<{ id: string }[]> => tx<{ id: string }[]>`
  insert into consultations.answer_changes (institution_id, answer_id, version_id, node_id, at)
  select one.institution_id, one.id, version.id, node.node_id, now()
  from consultations.answers as one
  join consultations.consultations as consultation on consultation.id = one.consultation_id
  join platform.text_versions as version on version.text_id = consultation.text_id and version.state = 'published'
  join platform.text_nodes as node on node.version_id = version.id and node.kind = 'article'
  where one.id = ${answer} order by node.ordinal limit 1
  returning answer_id as id`

async function addBeside(tx: Transaction, id: string): Promise<{ id: string }[]> {
  const digest = 'a'.repeat(64)
  const subject = `consultations.consultation:${id}`
  await tx`insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())`
  await tx`
    with paper as (
      insert into platform.documents (institution_id, subject, role, class, title, added_at)
      select institution_id, ${subject}, 'annex', 'public', 'Shtojca', now()
      from consultations.consultations where id = ${id} returning id, institution_id),
    worded as (insert into platform.document_words (document_id, lang, title) select id, 'en', 'Annex' from paper)
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    select institution_id, id, 'sq', 1, ${digest}, 'shtojca.txt', 1, now() from paper`
  await tx`
    insert into platform.subject_topics (institution_id, subject, topic_id)
    select consultation.institution_id, ${subject}, topic.id from consultations.consultations as consultation,
      (select id from platform.topics order by id limit 1) as topic where consultation.id = ${id}`
  await tx`
    insert into platform.subject_places (institution_id, subject, place_id)
    select consultation.institution_id, ${subject}, place.id from consultations.consultations as consultation,
      (select id from platform.places order by id limit 1) as place where consultation.id = ${id}`
  await tx`
    insert into platform.links (institution_id, from_ref, to_ref, kind, at)
    select institution_id, ${subject}, ${`consultations.consultation:${randomUUID()}`}, 'input', now()
    from consultations.consultations where id = ${id}`
  await tx`
    insert into consultations.notice_words (consultation_id, institution_id, reasons, changed_at)
    select id, institution_id, 'Arsyet', now() from consultations.consultations where id = ${id}`
  await tx`
    insert into consultations.co_leaders (institution_id, consultation_id, name, added_at)
    select institution_id, id, 'Shoqata e Provës', now() from consultations.consultations where id = ${id}`
  await tx`
    insert into consultations.postings (institution_id, consultation_id, place, posted_on, entered_at)
    select institution_id, id, 'Tabela', current_date, now() from consultations.consultations where id = ${id}`
  await tx`
    insert into consultations.invitations (institution_id, consultation_id, event_id, kind, at)
    select institution_id, consultation_id, id, 'business', now() from consultations.consultation_events
    where consultation_id = ${id} limit 1`
  return [{ id }]
}
