import { demonstrate } from '../demonstrate.ts'
import { refused, type Command } from './command.ts'

export const demoCommand: Command = {
  name: 'demo',
  usage: '',
  about: 'adds what is missing of the demonstration content',
  options: [],
  run: async ({ services }) => {
    // Invented institutions among real ones would stand there for ever: published matters are not deleted.
    if (!services.settings.demo) return refused('This is not a demonstration: KUVEND_DEMO is off.')
    await demonstrate(services)
    return { kind: 'done', data: {}, lines: ['The demonstration content is there.'] }
  },
}
