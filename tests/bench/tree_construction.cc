// tree-construction: how many of the html5lib tree-construction tests the parser passes. Prints figures; nothing is judged.
//
//   git clone https://github.com/html5lib/html5lib-tests (tree-construction/ is in its history, before June 2026)
//   cmake --build build/native --target tree-construction
//   build/native/tree-construction [--failures] FOLDER-OR-FILE.dat…
//
// Two figures: the parser as we build it, and html::parse. The latter leaves out what no reader sees (src/html/tree.h):
// there both trees are compared without comments, doctypes, attributes, namespaces and the words of what is not shown.
// Fragments, and pages without scripts, are for the parser alone.
#include <nokogiri_gumbo.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "html/tree.h"

namespace {

struct Test {
  std::string data, document, context;  // context: of a fragment
  bool scripts = true;
  std::string place;
};

// One line of a dump: how deep, and what.
struct Row {
  std::size_t depth;
  std::string words;
  bool operator==(const Row&) const = default;
};

std::vector<Test> read_tests(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<Test> tests;
  std::string* into = nullptr;
  std::string unread;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line == "#data") {
      tests.push_back({{}, {}, {}, true, file.filename().string() + ":" + std::to_string(number)});
      into = &tests.back().data;
    } else if (line == "#errors" || line == "#new-errors") {
      into = &unread;
    } else if (line == "#document-fragment") {
      into = &tests.back().context;
    } else if (line == "#script-off") {
      tests.back().scripts = false;
    } else if (line == "#document") {
      into = &tests.back().document;
    } else if (into && line != "#script-on") {
      if (into != &tests.back().document) *into += (into->empty() ? "" : "\n") + line;
      else *into += line + "\n";
    }
  }
  return tests;
}

// The text of the dump may go over several lines; a row starts with "| ".
std::vector<Row> rows_of(const std::string& dump) {
  std::vector<Row> rows;
  std::istringstream in(dump);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("| ")) {
      const std::size_t depth = line.find_first_not_of(' ', 2);
      rows.push_back({depth == std::string::npos ? 0 : (depth - 2) / 2, depth == std::string::npos ? std::string() : line.substr(depth)});
    } else if (!rows.empty()) {
      rows.back().words += "\n" + line;
    }
  }
  while (!rows.empty() && rows.back().words.ends_with("\n")) rows.back().words.pop_back();
  return rows;
}

void add_text(std::vector<Row>& rows, std::size_t depth, std::string_view words) {
  if (words.empty()) return;
  if (!rows.empty() && rows.back().depth == depth && rows.back().words.starts_with('"')) rows.back().words.pop_back(), rows.back().words += std::string(words) + '"';
  else rows.push_back({depth, '"' + std::string(words) + '"'});
}

std::string prefix(GumboNamespaceEnum ns) { return ns == GUMBO_NAMESPACE_SVG ? "svg " : ns == GUMBO_NAMESPACE_MATHML ? "math " : ""; }

// The parser's own tree. Its depth is bounded by the parser (max_tree_depth).
void dump(const GumboNode* node, std::size_t depth, std::vector<Row>& rows) {
  switch (node->type) {
    case GUMBO_NODE_COMMENT: rows.push_back({depth, std::string("<!-- ") + node->v.text.text + " -->"}); return;
    case GUMBO_NODE_TEXT: case GUMBO_NODE_CDATA: case GUMBO_NODE_WHITESPACE: add_text(rows, depth, node->v.text.text); return;
    case GUMBO_NODE_DOCUMENT: return;
    default: break;
  }
  const GumboElement& element = node->v.element;
  rows.push_back({depth, "<" + prefix(element.tag_namespace) + element.name + ">"});
  std::vector<std::string> attributes;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    constexpr const char* kSpaces[] = {"", "xlink ", "xml ", "xmlns "};
    attributes.push_back(kSpaces[attribute->attr_namespace] + std::string(attribute->name) + "=\"" + attribute->value + '"');
  }
  std::sort(attributes.begin(), attributes.end());
  for (std::string& attribute : attributes) rows.push_back({depth + 1, std::move(attribute)});
  std::size_t inside = depth + 1;
  if (node->type == GUMBO_NODE_TEMPLATE) rows.push_back({inside++, "content"});
  for (unsigned i = 0; i < element.children.length; ++i) dump(static_cast<const GumboNode*>(element.children.data[i]), inside, rows);
}

std::vector<Row> parsed_by_gumbo(const Test& test) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_tree_depth = 400;
  options.max_errors = 0;
  options.parse_noscript_content_as_text = test.scripts;
  std::string context = test.context;
  if (!context.empty()) {
    if (context.starts_with("svg ")) options.fragment_namespace = GUMBO_NAMESPACE_SVG, context.erase(0, 4);
    if (context.starts_with("math ")) options.fragment_namespace = GUMBO_NAMESPACE_MATHML, context.erase(0, 5);
    options.fragment_context = context.c_str();
  }
  GumboOutput* output = gumbo_parse_with_options(&options, test.data.data(), test.data.size());
  std::vector<Row> rows;
  const GumboDocument& document = output->document->v.document;
  if (document.has_doctype && context.empty()) {
    std::string words = std::string("<!DOCTYPE ") + document.name;
    if (*document.public_identifier || *document.system_identifier) words += std::string(" \"") + document.public_identifier + "\" \"" + document.system_identifier + '"';
    rows.push_back({0, words + ">"});
  }
  const GumboVector& children = context.empty() ? document.children : output->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) dump(static_cast<const GumboNode*>(children.data[i]), 0, rows);
  gumbo_destroy_output(output);
  return rows;
}

bool has_unseen_words(std::string_view element) { return element == "<script>" || element == "<style>" || element == "<iframe>" || element == "<noembed>" || element == "<noframes>" || element == "<noscript>"; }

// What html::parse promises to keep of a tree.
std::vector<Row> as_thin(const std::vector<Row>& rows) {
  std::vector<Row> kept;
  std::size_t unseen = std::string::npos;  // the depth of an element whose words are not kept
  std::vector<std::size_t> contents;       // the depths of the "content" of templates that are open
  for (const Row& row : rows) {
    while (!contents.empty() && row.depth <= contents.back()) contents.pop_back();
    const std::size_t depth = row.depth - contents.size();
    if (unseen != std::string::npos && depth <= unseen) unseen = std::string::npos;
    if (row.words == "content") contents.push_back(row.depth);
    else if (row.words.starts_with('"')) {
      if (unseen == std::string::npos) add_text(kept, depth, std::string_view(row.words).substr(1, row.words.size() - 2));
    } else if (row.words.starts_with('<') && row.words.ends_with('>') && !row.words.starts_with("<!")) {
      std::string name = row.words;
      for (const char* space : {"<svg ", "<math "})
        if (name.starts_with(space)) name = "<" + name.substr(std::strlen(space));
      if (has_unseen_words(name)) unseen = depth;
      kept.push_back({depth, std::move(name)});
    }
  }
  return kept;
}

std::vector<Row> parsed_by_us(const Test& test) {
  // Names of known tags are not kept; the tests spell them.
  const html::Tree tree = html::parse(test.data);
  std::vector<Row> rows;
  std::vector<std::size_t> depth(tree.nodes.size(), 0);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree.nodes[i];
    depth[i] = node.parent ? depth[node.parent] + 1 : 0;
    if (node.tag == html::Tag::text) add_text(rows, depth[i], tree.words(node));
    else rows.push_back({depth[i], "<" + std::string(html::name_of(tree, node)) + ">"});
  }
  return as_thin(rows);
}

std::string printed(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) out += "| " + std::string(2 * row.depth, ' ') + row.words + "\n";
  return out;
}

struct Figure {
  const char* name;
  int tests = 0, passed = 0;
  void count(const Test& test, const std::vector<Row>& expected, const std::vector<Row>& got, bool show) {
    ++tests;
    passed += expected == got;
    if (show && expected != got) std::printf("%s, %s\n%s\nexpected\n%sgot\n%s\n", name, test.place.c_str(), test.data.c_str(), printed(expected).c_str(), printed(got).c_str());
  }
  void print() const { std::printf("%s: %d of %d, %.2f %%\n", name, passed, tests, tests ? 100.0 * passed / tests : 0.0); }
};

}  // namespace

int main(int count, char** words) {
  namespace fs = std::filesystem;
  bool show = false;
  std::vector<fs::path> files;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(words[i], "--failures") == 0) show = true;
    else if (fs::is_directory(words[i])) for (const auto& entry : fs::directory_iterator(words[i])) files.push_back(entry.path());
    else files.push_back(words[i]);
  }
  files.erase(std::remove_if(files.begin(), files.end(), [](const fs::path& file) { return file.extension() != ".dat"; }), files.end());
  std::sort(files.begin(), files.end());
  if (files.empty()) return std::fputs("tree-construction [--failures] FOLDER-OR-FILE.dat…\n", stderr), 2;
  Figure parser{"the parser"}, ours{"html::parse"};
  for (const fs::path& file : files)
    for (const Test& test : read_tests(file)) {
      const std::vector<Row> expected = rows_of(test.document);
      parser.count(test, expected, parsed_by_gumbo(test), show);
      if (test.context.empty() && test.scripts) ours.count(test, as_thin(expected), parsed_by_us(test), show);
    }
  parser.print();
  ours.print();
  return 0;
}
