const transform = {
  '^.+\\.tsx?$': [
    'ts-jest',
    {
      diagnostics: false,
      tsconfig: {
        module: 'CommonJS',
        target: 'ES2022',
        jsx: 'react-jsx',
        esModuleInterop: true,
        isolatedModules: true,
      },
    },
  ],
};
const common = { transform, moduleFileExtensions: ['ts', 'tsx', 'js', 'json'] };

module.exports = {
  // Browsers and whole builds take seconds on a small machine; a test that hangs still ends.
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/{domain,functions,reports,copy,workbook,commands,host}/**/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'pane',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/taskpane/**/*.test.{ts,tsx}'],
    },
    {
      // The production bundle, the real office.js, a real browser.
      ...common,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
    {
      // LibreOffice, a reader nobody here wrote; run by `npm run test:readers`.
      ...common,
      displayName: 'readers',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/readers/**/*.test.ts'],
    },
  ],
};
