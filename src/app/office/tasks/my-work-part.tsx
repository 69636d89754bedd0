import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { TaskRows } from './task-rows-part.tsx'
import type { MineView } from './tasks-view.ts'
import { taskTexts } from './texts.ts'

type Props = { page: PageContext; mine: MineView }

/** My tasks by day, those of my role that nobody has taken, and where I was named. */
export const MyWork = ({ page, mine }: Props) => {
  const t = taskTexts(page.lang)
  const groups = mine.groups.filter(({ tasks }) => tasks.length > 0)
  const rows = { page, mayWrite: mine.mayGive }
  return (
    <>
      {groups.length === 0 && <EmptyState>{t.mine.none}</EmptyState>}
      {groups.map(({ group, tasks }) => (
        <section>
          <h2>{t.groups[group]}</h2>
          <TaskRows {...rows} caption={t.groups[group]} tasks={tasks} />
        </section>
      ))}
      {mine.cut && <p class="kv-quiet">{t.mine.more(groups.reduce((sum, { tasks }) => sum + tasks.length, 0))}</p>}
      {mine.ofRole.length > 0 && (
        <section>
          <h2>{t.mine.ofRole}</h2>
          <p>{t.mine.ofRoleLead}</p>
          <TaskRows {...rows} caption={t.mine.ofRole} tasks={mine.ofRole} holder />
        </section>
      )}
      {mine.mentions.length > 0 && <Mentions page={page} mine={mine} />}
      {mine.mayGive && (
        <p>
          <LinkButton href={inLanguage(page.lang, taskUrls.newTask())}>{t.mine.give}</LinkButton>
        </p>
      )}
    </>
  )
}

const Mentions = ({ page, mine }: Props) => {
  const t = taskTexts(page.lang).mine
  return (
    <section>
      <h2>{t.mentions}</h2>
      <ul class="kv-notes">
        {mine.mentions.map(({ noteId, by, at, zone, about }) => (
          <li class="kv-row">
            <span>
              {t.mention(by)}:{' '}
              {about ? (
                <a href={inLanguage(page.lang, placeOf(about.ref, about.officeHref))} lang={about.lang}>
                  {about.title}
                </a>
              ) : (
                t.mentionGone
              )}{' '}
              <span class="kv-quiet">{formatMoment(page.lang, at, zone)}</span>
            </span>
            <form method="post" action={inLanguage(page.lang, taskUrls.seeMention(noteId))}>
              <Button kind="secondary">
                {t.seen}
                <span class="govuk-visually-hidden">: {t.mention(by)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A task shows its notes itself; of any other record there is a page for them. */
const placeOf = (ref: string, officeHref: string): string =>
  ref.startsWith('tasks.task:') ? officeHref : taskUrls.record(ref)
