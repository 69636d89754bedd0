import { givenRedraft, REDRAFT } from '#modules/consultations/redraft-testing.ts'
import { givenComment, givenConsultation, type GivenConsultation } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../web.ts'
import type { Program } from './program.ts'

/** A consultation of Bregas whose text has two versions, with a comment of the first under an article that is gone. */
export async function givenRedraftIn({ db }: Program): Promise<GivenConsultation> {
  const services = { ...testServices(db), clock: systemClock }
  const consultation = await givenConsultation(services, { institution: 'bregas' })
  const nodeOf = (label: string) => consultation.articles.find((one) => one.label === label)?.nodeId ?? ''
  const about = (label: string) => ({ anchor: { about: 'article', nodeId: nodeOf(label) } }) as const
  await givenComment(services, consultation, { body: 'Lirimi për prodhuesit duhet të mbetet.', ...about('3/1') })
  await givenComment(services, consultation, { body: 'Tarifa është e lartë për një ditë.', ...about('3') })
  await givenRedraft(services, consultation, REDRAFT, {
    summary: 'Tregu hapet edhe të shtunën; sheshi pastrohet pas çdo mbylljeje.',
    summaryEn: 'The market opens on Saturdays, too; the square is cleaned after every closing.',
  })
  return consultation
}
