import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, LANGUAGES } from '#platform/i18n/language.ts'
import { PACES } from '#platform/subscriptions/follow-rules.ts'
import { followTexts } from '#platform/subscriptions/follow-texts.ts'
import type { NamedFollow, OwnFollowsView } from '#platform/subscriptions/own-follows-view.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { followingTexts } from './texts.ts'

type Props = {
  page: PageContext
  view: OwnFollowsView
  /** Where its buttons go: by the link of a letter, or signed in. */
  action: string
  status: string | null
}

/** All that an address follows, each with its pace and its way out. Without an account. */
export const OwnFollowsPage = ({ page, view, action, status }: Props) => {
  const t = followingTexts(page.lang).own
  const { follower, follows } = view
  return (
    <Layout page={page} title={t.title} robots="noindex" status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">
        {t.address(follower.email)}. {t.letters(view.letters)}
      </p>
      {follower.pausedBecause && <Inset>{follower.pausedBecause === 'bounced' ? t.bounced : t.paused}</Inset>}
      {follows.length === 0 && <EmptyState>{t.empty}</EmptyState>}
      {follows.map((follow) => (
        <OneFollow page={page} action={action} follow={follow} />
      ))}
      {follows.length > 0 && <Whole page={page} view={view} action={action} />}
      <p class="kv-quiet">{t.privateNote}</p>
    </Layout>
  )
}

const OneFollow = ({ page: { lang }, action, follow }: Pick<Props, 'page' | 'action'> & { follow: NamedFollow }) => {
  const t = followingTexts(lang).own
  const id = `sa-shpesh-${follow.id}`
  return (
    <section class="kv-follow" aria-label={follow.name}>
      <h2 class="govuk-heading-s">{follow.name}</h2>
      {follow.confirmedAt === null && <p class="govuk-body">{t.waiting}</p>}
      <p class="govuk-body">
        <a href={inLanguage(lang, followUrls.news(follow.address))}>{t.see}</a>
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="vepra" value="pace" />
        <input type="hidden" name="ndjekja" value={follow.id} />
        <div class="govuk-form-group">
          <label class="govuk-label" for={id}>
            {t.pace}
            <span class="govuk-visually-hidden">: {follow.name}</span>
          </label>
          <select class="govuk-select" id={id} name="sa-shpesh">
            {PACES.map((pace) => (
              <option value={pace} selected={pace === follow.pace}>
                {followTexts(lang).paces[pace]}
              </option>
            ))}
          </select>
        </div>
        <Button kind="secondary">
          {t.change}
          <span class="govuk-visually-hidden">: {follow.name}</span>
        </Button>
      </form>
      <form method="post" action={action}>
        <input type="hidden" name="vepra" value="leave" />
        <input type="hidden" name="ndjekja" value={follow.id} />
        <Button kind="secondary">
          {t.leave}
          <span class="govuk-visually-hidden">: {follow.name}</span>
        </Button>
      </form>
    </section>
  )
}

/** What holds for all of them. */
const Whole = ({ page: { lang }, view: { follower }, action }: Omit<Props, 'status'>) => {
  const t = followingTexts(lang).own
  const paused = follower.pausedAt !== null
  return (
    <section class="kv-follow" aria-labelledby="pauza">
      <h2 class="govuk-heading-m" id="pauza">
        {t.pauseTitle}
      </h2>
      <form method="post" action={action}>
        <input type="hidden" name="vepra" value={paused ? 'resume' : 'pause'} />
        <Button kind="secondary">{paused ? t.resume : t.pause}</Button>
      </form>
      <form method="post" action={action}>
        <input type="hidden" name="vepra" value="lang" />
        <div class="govuk-form-group">
          <label class="govuk-label" for="gjuha">
            {t.lang}
          </label>
          <select class="govuk-select" id="gjuha" name="gjuha">
            {LANGUAGES.map((one) => (
              <option value={one} selected={one === follower.lang} lang={one}>
                {t.langs[one]}
              </option>
            ))}
          </select>
        </div>
        <Button kind="secondary">
          {t.change}
          <span class="govuk-visually-hidden">: {t.lang}</span>
        </Button>
      </form>
      <form method="post" action={action}>
        <input type="hidden" name="vepra" value="leave-all" />
        <Button kind="warning">{t.leaveAll}</Button>
      </form>
    </section>
  )
}
