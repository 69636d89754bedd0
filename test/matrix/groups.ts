import { givenConfirmedGroup } from '#modules/consultations/groups/group-testing.ts'
import { settleGroup } from '#modules/consultations/groups/settle-group.ts'
import { givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Groups of like comments. */
export function groupRows({ services }: MatrixWorld): Rows {
  const aGroup = async (institution: Slug) => {
    const consultation = await givenConsultation(services, { institution })
    return { consultation, group: await givenConfirmedGroup(services, consultation) }
  }
  const list = async (institution: Slug) => {
    const { id } = await givenConsultation(services, { institution })
    return { path: officeUrls.groups(id) }
  }
  const one = async (institution: Slug) => {
    const { consultation, group } = await aGroup(institution)
    return { path: officeUrls.group(consultation.id, group.id) }
  }
  const deed = (word: string, more: Record<string, string> = {}) =>
    record('groups.settle', async (institution) => {
      const { consultation, group } = await aGroup(institution)
      const fields = { versioni: String(group.version), pare: String(services.clock.now().getTime()), ...more }
      const ticked = word === 'ndarja' || word === 'nxjerrja' || word === 'konfirmimi-zgjedhur'
      const own: Record<string, string | readonly string[]> = ticked
        ? { zgjedhur: group.letters.slice(0, 2).map(({ id }) => id) }
        : {}
      return { path: officeUrls.settleGroup(consultation.id, group.id, word), fields: { ...fields, ...own } }
    })
  const join = record('groups.settle', async (institution) => {
    const { consultation, group } = await aGroup(institution)
    const official = await officialWith(services, ['consultation-coordinator', institution])
    const ids = group.letters.slice(0, 2).map(({ id }) => id)
    const split = await settleGroup(services, official, group.id, group.version, { do: 'split', ids })
    const other = split.kind === 'done' ? split.groupId : ''
    const fields = { versioni: '1', pare: '0', kodi: group.code }
    return { path: officeUrls.settleGroup(consultation.id, other, 'bashkimi'), fields }
  })
  return {
    'GET /zyra/konsultime/:id/grupet': record('comments.read', list),
    'GET /zyra/konsultime/:id/grupet/:grupi': record('comments.read', one),
    'POST /zyra/konsultime/:id/grupet/:grupi/konfirmimi': deed('konfirmimi'),
    'POST /zyra/konsultime/:id/grupet/:grupi/konfirmimi-zgjedhur': deed('konfirmimi-zgjedhur'),
    'POST /zyra/konsultime/:id/grupet/:grupi/nxjerrja': deed('nxjerrja'),
    'POST /zyra/konsultime/:id/grupet/:grupi/ndarja': deed('ndarja'),
    'POST /zyra/konsultime/:id/grupet/:grupi/bashkimi': join,
    'POST /zyra/konsultime/:id/grupet/:grupi/emri': deed('emri', { emri: 'Tregu edhe të dielën' }),
    'POST /zyra/konsultime/:id/grupet/:grupi/shperberja': deed('shperberja'),
    'POST /zyra/konsultime/:id/grupet/zhberja': undo(),
  }

  function undo() {
    return record('groups.settle', async (institution) => {
      const { consultation } = await aGroup(institution)
      return { path: officeUrls.undoGroupDeed(consultation.id), fields: { veprimi: await lastDeedOf(consultation.id) } }
    })
  }

  async function lastDeedOf(consultationId: string): Promise<string> {
    const [row] = await services.db<{ id: string }[]>`
      select id from consultations.comment_group_deeds where consultation_id = ${consultationId} order by id desc limit 1`
    return row?.id ?? ''
  }
}
