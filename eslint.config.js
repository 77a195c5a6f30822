const js = require('@eslint/js');
const globals = require('globals');
const hooks = require('eslint-plugin-react-hooks');
const a11y = require('eslint-plugin-jsx-a11y');
const officeAddins = require('eslint-plugin-office-addins');
const tseslint = require('typescript-eslint');

/** The house's one-way flow: what a folder may not import (see docs/architecture.md). */
const mayNotImport = (folders, message) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: folders.map((folder) => ({ group: [`**/${folder}/**`, `**/${folder}`], message })),
    },
  ],
});

const noExcel = { 'no-restricted-globals': ['error', 'Excel', 'Office', 'OfficeExtension'] };

module.exports = tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    languageOptions: {
      parserOptions: { ecmaFeatures: { jsx: true } },
      globals: {
        ...globals.browser,
        Excel: 'readonly',
        Office: 'readonly',
        OfficeExtension: 'readonly',
        CustomFunctions: 'readonly',
      },
    },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/load-object-before-read': 'off',
      'office-addins/call-sync-before-read': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      ...noExcel,
      ...mayNotImport(
        ['functions', 'reports', 'copy', 'workbook', 'taskpane', 'commands', 'host'],
        'domain/ is pure: it imports nothing of the other folders.',
      ),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'domain/ has no clock: take an as-at date.' },
        { object: 'Math', property: 'random', message: 'domain/ has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'domain/ has no clock: take an as-at date.',
        },
      ],
    },
  },
  {
    files: ['src/functions/**/*.ts'],
    rules: mayNotImport(
      ['reports', 'copy', 'workbook', 'taskpane', 'commands', 'host'],
      'functions/ imports domain/ alone.',
    ),
  },
  {
    files: ['src/reports/**/*.ts'],
    rules: {
      ...noExcel,
      ...mayNotImport(
        ['functions', 'copy', 'workbook', 'taskpane', 'commands', 'host'],
        'reports/ imports domain/ alone.',
      ),
    },
  },
  {
    files: ['src/copy/**/*.ts'],
    rules: {
      ...noExcel,
      ...mayNotImport(
        ['functions', 'workbook', 'taskpane', 'commands', 'host'],
        'copy/ imports reports/ and domain/.',
      ),
    },
  },
  {
    files: ['src/workbook/**/*.ts'],
    rules: mayNotImport(
      ['functions', 'copy', 'taskpane', 'commands', 'host'],
      'workbook/ imports reports/ and domain/.',
    ),
  },
  {
    files: ['src/commands/**/*.ts'],
    rules: {
      ...mayNotImport(
        ['functions', 'taskpane', 'host'],
        'commands/ imports workbook/, copy/, reports/, domain/.',
      ),
    },
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: {
      ...hooks.configs.recommended.rules,
      ...a11y.flatConfigs.recommended.rules,
      ...mayNotImport(
        ['functions', 'copy', 'host'],
        'taskpane/ calls commands/, workbook/, reports/, domain/.',
      ),
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
