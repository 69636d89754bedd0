import { randomUUID } from 'node:crypto'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** The rules of an institution, the days off of both countries, what governments announce and what that has moved. */
export const deadlineRulePages: RoomPages = async ({ db }, { operator }) => {
  const [bregas] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const institucioni = bregas?.id ?? ''
  const rules = '/zyra/afate/rregullat'
  const calendar = '/zyra/afate/kalendari'
  const announcement = {
    shteti: 'AL',
    lloji: 'added',
    dergesa: randomUUID(),
    'dita-day': '9',
    'dita-month': '12',
    'dita-year': '2037',
    emri: 'Ditë zie',
    'emri-en': 'Day of mourning',
    burimi: 'Njoftim shembull, pa vlerë',
  }
  const entered = await expectMoved(operator.post(`${calendar}/njoftim-i-ri`, { ...announcement, hapi: 'ruaj' }))
  const one = entered.split('?')[0] ?? ''
  const next = { ...announcement, dergesa: randomUUID(), 'dita-day': '16' }
  return {
    administrator: [
      { path: rules },
      { path: `${rules}?gjendja=off` },
      { path: `${rules}?q=zzzz` },
      { path: `${rules}/AL-FOI-ANSWER` },
      { path: `${rules}/AL-LSG-PUBLISH` },
      { path: `${rules}/AL-LSG-CONSULT` },
      { path: `${rules}/AL-LSG-INITIATIVE` },
      { path: `${rules}/AL-LSG-INITIATIVE/afati`, fields: { institucioni, numri: '0' }, status: 422 },
      { path: `${rules}/AL-LSG-PUBLISH/konfirmimi`, fields: { institucioni, baza: '' }, status: 422 },
      { path: `${rules}/AL-LSG-CONSULT/mbarimi`, fields: { institucioni, arsyeja: '' }, status: 422 },
      { path: calendar },
      { path: '/zyra/afate/levizjet' },
      { path: '/zyra/afate/levizjet?shkaku=asnje' },
      { path: one },
    ],
    auditor: [{ path: rules }, { path: `${rules}/AL-LSG-PUBLISH` }, { path: `${calendar}?viti=2027` }],
    operator: [
      { path: calendar },
      { path: entered },
      { path: one },
      { path: `${calendar}/njoftim-i-ri` },
      { path: `${calendar}/njoftim-i-ri?shteti=XK&lloji=moved&festa=eid-al-fitr&viti=2027` },
      { path: `${calendar}/njoftim-i-ri?shteti=AL&lloji=dropped` },
      { path: `${calendar}/njoftim-i-ri`, fields: { ...next, hapi: 'shiko' } },
      { path: `${calendar}/njoftim-i-ri`, fields: { ...next, burimi: '' }, status: 422 },
      { path: `${one}/terheqja`, fields: { arsyeja: '' }, status: 422 },
    ],
  }
}
