/** The program cannot start and knows why. The message is one whole sentence for the person at the console; it is shown without a stack. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}
