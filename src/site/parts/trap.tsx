import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'

/** A field that nobody sees and only programs fill in. Whoever reads it all the same is told to leave it empty. */
export const Trap = ({ locale }: { locale: Locale }) => (
  <div class="unseen" aria-hidden="true">
    <label>
      {words(locale)('trap.label')}
      <input type="text" name="website" tabindex={-1} autocomplete="off" />
    </label>
  </div>
)
