import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import type { NewLink } from './link-queries.ts'

export type LinkForm = {
  versionId: string
  links: NewLink[]
  /** One answer with one place, and not what was proposed. */
  byHand: boolean
  /** As they came, to be shown again. */
  ticked: string[]
  formId: string | null
}

/** `n:<node>:<answer>`, ticked; `g:` for what is gone. Or an answer with a place that was chosen for it. */
export function readLinks(form: FormData): LinkForm {
  const ticked = form.getAll('lidhja').map(String)
  const [answer, place, formId] = [textField(form, 'pergjigjja'), textField(form, 'vendi'), textField(form, 'dergesa')]
  const byHand = answer !== ''
  const links = [...ticked, ...(byHand ? [`${place}:${answer}`] : [])].flatMap(readLink)
  return { versionId: textField(form, 'versioni'), links, byHand, ticked, formId: isUuid(formId) ? formId : null }
}

function readLink(words: string): NewLink[] {
  const [side, nodeId = '', answerId = ''] = words.split(':')
  if ((side !== 'n' && side !== 'g') || !isUuid(nodeId) || !isUuid(answerId)) return []
  return [{ answerId, nodeId, gone: side === 'g' }]
}
