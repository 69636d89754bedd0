import { witnessKeyOf } from '#platform/ledger/witnesses/cosignature-rules.ts'
import { offerCheckpoint } from '#platform/ledger/witnesses/offer-checkpoint.ts'
import { addWitness, endWitness, listWitnesses, type Witness } from '#platform/ledger/witnesses/witness-queries.ts'
import { misused, refused, type Command } from './command.ts'

export const witnessAddCommand: Command = {
  name: 'witness add',
  usage: '--url URL --key VKEY',
  about: 'shows every checkpoint of the log to a witness from now on, and publishes its signature',
  options: ['url', 'key'],
  run: async ({ services, options }) => {
    const vkey = (options.key ?? '').trim()
    const url = (options.url ?? '').trim().replace(/\/$/, '')
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return misused('--url: an address, before /add-checkpoint')
    if (!witnessKeyOf(vkey)) return misused('--key: the key of a witness, name+number+base64, as the witness prints it')
    if (!(await addWitness(services.db, { vkey, url, at: services.clock.now() })))
      return refused(
        'A witness with this key is there already. To change its address end it first: witness end --key …',
      )
    await offerCheckpoint(services)
    const witness = (await listWitnesses(services.db)).find((one) => one.vkey === vkey)
    return {
      kind: 'done',
      data: { vkey, url, signed: witness?.seenSize ?? null },
      lines: witness ? linesOf(witness) : [],
    }
  },
}

export const witnessListCommand: Command = {
  name: 'witness list',
  usage: '',
  about: 'the witnesses of the log, up to where each has signed, and what is wrong with them',
  options: [],
  run: async ({ services }) => {
    const witnesses = await listWitnesses(services.db)
    const lines = witnesses.length === 0 ? ['There is no witness.'] : witnesses.flatMap(linesOf)
    return { kind: 'done', data: { witnesses }, lines }
  },
}

export const witnessEndCommand: Command = {
  name: 'witness end',
  usage: '--key VKEY',
  about: 'asks a witness no more; its signatures stay',
  options: ['key'],
  run: async ({ services, options }) => {
    const vkey = (options.key ?? '').trim()
    const ended = await endWitness(services.db, vkey, services.clock.now())
    if (!ended) return refused('No witness with this key is being asked: see witness list')
    return { kind: 'done', data: { vkey }, lines: [`${vkey} is asked no more.`] }
  },
}

function linesOf({ vkey, url, until, seenSize, seenAt, failure, failingSince }: Witness): string[] {
  const state = until
    ? `asked until ${until.toISOString()}`
    : failure
      ? `failing since ${failingSince?.toISOString() ?? ''}: ${failure}`
      : seenAt
        ? `signed ${seenSize ?? 0} entries at ${seenAt.toISOString()}`
        : 'asked, nothing signed yet: the log may be empty'
  return [vkey, `  ${url}`, `  ${state}`]
}
