const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const LOCAL = 'https://localhost:3000';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const SELF_HOSTED = 'lib/office-js/office.js';
const at = (...parts) => path.resolve(__dirname, ...parts);

const typescript = {
  mode: 'production',
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: [
          // Types are checked once, by `npm run types`.
          {
            loader: 'ts-loader',
            options: { transpileOnly: true, compilerOptions: { noEmit: false } },
          },
        ],
      },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
};

/**
 * functions.json as it is deployed: help addresses point to where the add-in lives; an error value
 * among the cells reaches the function, which answers for its row alone; data types do not, for
 * the functions read plain cells.
 */
class DeployedFunctionsJson {
  constructor(rebased) {
    this.rebased = rebased;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('DeployedFunctionsJson', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'DeployedFunctionsJson', stage }, (assets) => {
        const { source } = assets['functions.json'];
        const metadata = JSON.parse(this.rebased(source.call(assets['functions.json'])));
        delete metadata.allowCustomDataForDataTypeAny;
        metadata.allowErrorForDataTypeAny = true;
        const deployed = JSON.stringify(metadata, null, 2);
        compilation.updateAsset('functions.json', new sources.RawSource(deployed));
      });
    });
  }
}

/**
 * The add-in as it is deployed: `--env cdn` loads Microsoft's hosted office.js, as production should;
 * without it office.js is served beside the add-in. `--env base=https://…` is where it will live.
 */
const addin = ({ cdn, base = LOCAL, out = 'dist/addin' }) => {
  // Given as `--env out=…` so that a build for elsewhere leaves the local one alone.
  const rebased = (content) => content.toString().replaceAll(LOCAL, base.replace(/\/$/, ''));
  const copies = [
    { from: 'manifest.xml', to: 'manifest.xml', transform: rebased },
    { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
    { from: 'src/functions/help.html', to: 'help/functions.html' },
    { from: 'src/functions/help.css', to: 'help/help.css' },
    { from: 'src/taskpane/taskpane.css', to: 'taskpane.css' },
  ];
  if (!cdn) {
    copies.push({
      from: 'node_modules/@microsoft/office-js/dist',
      to: 'lib/office-js',
      // Excel on the web and on the desktop; other hosts' and debugging files stay behind.
      filter: (file) =>
        !/debug|\.map$|\.d\.ts$|(word|powerpoint|outlook|onenote|project|access|visio)[-_.a-z]*\d/i.test(
          path.basename(file),
        ),
      info: { minimized: true },
    });
  }
  return {
    ...typescript,
    name: 'addin',
    target: ['web', 'es2020'],
    entry: { functions: at('src/functions/functions.ts'), taskpane: at('src/taskpane/index.tsx') },
    output: {
      path: at(out),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        output: 'functions.json',
        input: at('src/functions/functions.ts'),
      }),
      new DeployedFunctionsJson(rebased),
      new HtmlPlugin({
        template: at('src/taskpane/taskpane.html'),
        filename: 'taskpane.html',
        chunks: ['functions', 'taskpane'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
        minify: false,
        officeJs: cdn ? CDN : SELF_HOSTED,
      }),
      new CopyPlugin({ patterns: copies }),
    ],
  };
};

/** The page that plays Excel: a grid on the left, the pane on the right. */
const demo = {
  ...typescript,
  name: 'demo',
  target: ['web', 'es2020'],
  entry: { demo: at('host/demo/demo.ts') },
  output: { path: at('dist/demo'), filename: '[name].js', clean: true },
  resolve: {
    ...typescript.resolve,
    alias: { exceljs: at('node_modules/exceljs/dist/exceljs.min.js') },
  },
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: 'host/demo/demo.html', to: 'index.html' },
        { from: 'host/demo/demo.css', to: 'demo.css' },
        { from: 'assets/sample-budget.xlsx', to: 'sample-budget.xlsx' },
      ],
    }),
  ],
};

/** Programs for Node: the headless run and the local server. Packages are loaded, not bundled. */
const node = {
  ...typescript,
  name: 'node',
  target: 'node20',
  entry: {
    appendix: at('host/headless/appendix.ts'),
    'check-accessibility': at('host/headless/check-accessibility.ts'),
    serve: at('host/server/serve.ts'),
  },
  output: {
    path: at('dist/node'),
    filename: '[name].js',
    library: { type: 'commonjs2' },
    clean: true,
  },
  externals: [
    ({ request }, done) => (/^[a-z@]/i.test(request) ? done(null, `commonjs ${request}`) : done()),
  ],
  optimization: { minimize: false },
};

module.exports = (env = {}) => {
  const wanted = [addin(env), demo, node];
  return env.only ? wanted.filter((config) => env.only.split(',').includes(config.name)) : wanted;
};
