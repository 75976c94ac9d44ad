import { defineConfig } from 'vitest/config'

const integration = {
  environment: 'node' as const,
  globalSetup: ['test/support/globalSetup.ts'],
  testTimeout: 120_000,
  hookTimeout: 180_000,
  fileParallelism: false,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Properties run thousands of times, also beside a busy neighbour.
          testTimeout: 60_000,
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'int',
          include: ['test/int/**/*.test.ts', 'test/package/**/*.test.ts'],
          ...integration,
        },
      },
      {
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...integration, testTimeout: 300_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...integration,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
