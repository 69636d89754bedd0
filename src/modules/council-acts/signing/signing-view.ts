import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import {
  outcomeOf,
  readSignatureReport,
  type ReportOutcome,
  type SignatureReport,
} from '#platform/signatures/signature-report-rules.ts'
import { civilDateIn, type CivilDate } from '#platform/time/civil-date.ts'
import { findAct, findActSettings, type Act, type ActSettings } from '../act-queries.ts'
import { actPermissions as may } from '../permissions.ts'
import {
  findCouncil,
  findLastSecretary,
  findPublishedSigners,
  listPublishedSignatures,
  listSignatureChecks,
  listSignersOn,
  type PublishedSigners,
} from './signing-queries.ts'
import { mayBeSigned, needsReason, type Way } from './signing-rules.ts'
import { listReturns, listVotesSince, type MayorReturn, type VoteChoice } from './return-queries.ts'
import { refusalToReturn, type ReturnRefusal, type ReturnStanding } from './return-rules.ts'

export type CheckedFile = {
  documentId: string
  way: Way
  report: SignatureReport | null
  outcome: ReportOutcome
  reason: string | null
  checkedAt: Date
  /** Null: it was taken down. */
  fileName: string | null
  size: number
}

type Kept = Omit<CheckedFile, 'report' | 'outcome'> & { report: unknown }

function checkedFile({ documentId, way, reason, checkedAt, fileName, size, ...kept }: Kept): CheckedFile {
  const report = readSignatureReport(kept.report)
  const outcome = report ? outcomeOf(report) : 'not-looked-at'
  return { documentId, way, reason, checkedAt, fileName, size, report, outcome }
}

export type SigningView = {
  act: Act
  today: CivilDate
  files: CheckedFile[]
  /** From the record of the body, or from who signed before. */
  proposed: { chair: string | null; secretary: string | null }
  secretarySigns: boolean
  mayWrite: boolean
  signable: boolean
  needsReason: { signers: boolean; file: boolean }
}

/** Null: there is none that this official may read. */
export async function viewSigning(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
): Promise<SigningView | null> {
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const today = civilDateIn(act.zone, clock.now())
  const [checks, settings] = await Promise.all([listSignatureChecks(db, id), findActSettings(db, act.institutionId)])
  const signable = mayBeSigned(act.state)
  return {
    act,
    today,
    files: checks.map(checkedFile),
    proposed: await proposedNames(db, act, today),
    secretarySigns: settings?.secretarySigns ?? true,
    mayWrite: signable && mayIn(official, may['acts.write'], act.institutionId),
    signable,
    needsReason: { signers: needsReason(act, act.signedOn !== null), file: needsReason(act, checks.length > 0) },
  }
}

async function proposedNames(db: Queryable, act: Act, today: CivilDate): Promise<SigningView['proposed']> {
  const bodyId = act.bodyId ?? (await findCouncil(db, act.institutionId))
  const [seats, last] = await Promise.all([
    bodyId === null ? [] : listSignersOn(db, bodyId, act.adoptedOn ?? today),
    findLastSecretary(db, act.institutionId),
  ])
  const named = (role: string) => seats.find((seat) => seat.role === role)?.name ?? null
  return { chair: named('chair'), secretary: named('secretary') ?? last }
}

export type ReturnView = {
  act: Act
  today: CivilDate
  settings: ActSettings | null
  returns: MayorReturn[]
  standing: ReturnStanding
  /** Why the mayor cannot return it now; null: they may. */
  refusal: ReturnRefusal | null
  votes: VoteChoice[]
  mayWrite: boolean
}

export async function viewReturns(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  official: Official,
  id: string,
): Promise<ReturnView | null> {
  const act = isUuid(id) ? await findAct(db, id) : null
  if (!act || !mayIn(official, may['acts.read'], act.institutionId)) return null
  const today = civilDateIn(act.zone, clock.now())
  const [settings, returns] = await Promise.all([findActSettings(db, act.institutionId), listReturns(db, id)])
  const open = returns.find(({ outcome }) => outcome === null)
  const withdrawn = returns.some(({ outcome }) => outcome === 'withdrawn')
  const standing = open ? 'open' : withdrawn ? 'withdrawn' : 'none'
  return {
    act,
    today,
    settings,
    returns,
    standing,
    refusal: refusalToReturn({ ...act, mayReturn: settings?.mayorMayReturn === true, standing }, today),
    votes: open ? await listVotesSince(db, act.institutionId, open.returnedOn, act.zone) : [],
    mayWrite: mayIn(official, may['acts.decide'], act.institutionId),
  }
}

export type SignaturesView = { signers: PublishedSigners; files: (CheckedFile & { current: boolean })[] }

/**
 * Who signed an act, and what the check of its signed files said, as everybody may read it: from the published views alone.
 * Null: the act is not public.
 */
export async function viewSignatures(db: Queryable, _lang: Lang, actId: string): Promise<SignaturesView | null> {
  const [signers, files] = await Promise.all([findPublishedSigners(db, actId), listPublishedSignatures(db, actId)])
  return signers && { signers, files: files.map((one) => ({ ...checkedFile(one), current: one.current })) }
}
