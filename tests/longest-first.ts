import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where the files are that take longest, longest first. What begins late and takes long would be waited for by an idle machine. */
const long = ['tests/stories/', 'tests/robust/', 'bin/', 'tests/alive/', 'tests/quickscan/', 'tests/access/', 'src/trust/', 'src/journey/']
const rankOf = ({ moduleId, project }: TestSpecification) => {
  const path = moduleId.slice(project.config.root.length + 1)
  const rank = long.findIndex((start) => path.startsWith(start))
  return rank === -1 ? long.length : rank
}

/** Lets the longest files begin first, so that all workers end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other))
  }
}
