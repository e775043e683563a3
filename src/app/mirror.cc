#include "app/mirror.h"

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

#include "format/json_writer.h"
#include "ui/figures.h"
#include "ui/words.h"

namespace app {
namespace {

using document::Document;
using format::JsonWriter;
using text::Span;

// --- Fingerprints: FNV-1a, 64 bits -------------------------------------------------------------------

constexpr std::uint64_t kNoFingerprint = 14695981039346656037u;

void add(std::uint64_t& fingerprint, std::string_view bytes) {
  for (const char c : bytes) fingerprint = (fingerprint ^ static_cast<unsigned char>(c)) * 1099511628211u;
  fingerprint = (fingerprint ^ 0xFF) * 1099511628211u;  // no byte of UTF-8
}
void add(std::uint64_t& fingerprint, std::uint64_t number) {
  for (int i = 0; i < 8; ++i, number >>= 8) fingerprint = (fingerprint ^ (number & 0xFF)) * 1099511628211u;
}

// --- The article --------------------------------------------------------------------------------------

// A piece of a mark, as far as it lies in one block.
struct Piece {
  Span span;
  std::string_view kind;  // "quotation", "cue", "source", "claim"
  std::string_view id;
  std::string_view speaker;
  std::string_view name;  // of the speaker, for a screen reader; quotations only
  std::string_view type;
  std::string_view state;
};

// Outer marks first.
bool opens_before(const Piece& a, const Piece& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end > b.span.end;
}

// The pieces of every mark, by the block that holds them.
std::vector<std::vector<Piece>> pieces_by_block(const Document& d) {
  std::map<std::string_view, std::string_view> names;
  for (const document::Speaker& s : d.speakers) names[s.id.text()] = s.name;
  const auto& blocks = d.article.blocks;
  std::vector<std::vector<Piece>> of_block(blocks.size());
  const auto add_pieces = [&](const std::vector<Span>& spans, Piece piece) {
    for (const Span span : spans) {
      auto block = std::lower_bound(blocks.begin(), blocks.end(), span.begin,
                                    [](const document::Block& b, std::uint32_t at) { return b.span.end <= at; });
      for (; block != blocks.end() && block->span.begin < span.end; ++block) {
        piece.span = {std::max(span.begin, block->span.begin), std::min(span.end, block->span.end)};
        of_block[static_cast<std::size_t>(block - blocks.begin())].push_back(piece);
      }
    }
  };
  for (const document::Quotation& q : d.quotations) {
    if (q.review.state == document::kRejected) continue;
    Piece piece{.id = q.id.text(), .speaker = q.speaker ? std::string_view(q.speaker->text()) : std::string_view(),
                .type = q.type.name(), .state = q.review.state.name()};
    piece.kind = "quotation";
    piece.name = q.speaker ? names[q.speaker->text()] : std::string_view();
    add_pieces(q.content, piece);
    piece.name = {};
    piece.kind = "cue";
    add_pieces(q.cue, piece);
    piece.kind = "source";
    add_pieces(q.source, piece);
  }
  for (const document::Claim& c : d.claims) {
    if (c.review.state == document::kRejected) continue;
    const auto& speaker = c.attribution.speaker;
    add_pieces(c.spans, {.kind = "claim", .id = c.id.text(), .speaker = speaker ? std::string_view(speaker->text()) : std::string_view(),
                         .type = c.type.name(), .state = c.review.state.name()});
  }
  for (auto& pieces : of_block) std::stable_sort(pieces.begin(), pieces.end(), opens_before);
  return of_block;
}

void open_mark(JsonWriter& out, const Piece& piece) {
  out.begin_object().key("kind").text(piece.kind).key("id").text(piece.id);
  if (!piece.speaker.empty()) out.key("speaker").text(piece.speaker);
  if (!piece.name.empty()) out.key("name").text(piece.name);
  if (!piece.type.empty()) out.key("type").text(piece.type);
  out.key("state").text(piece.state);
  out.end_object();
}

// The text of a block with its marks. Where one ends inside another that opened later, that one is closed
// before it and opened again after it.
void write_words(JsonWriter& out, std::string_view text, Span block, const std::vector<Piece>& pieces) {
  std::vector<std::uint32_t> edges = {block.begin, block.end};
  for (const Piece& piece : pieces) {
    edges.push_back(piece.span.begin);
    edges.push_back(piece.span.end);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  out.begin_array();
  std::vector<const Piece*> open, wanted;
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const Span segment{edges[i], edges[i + 1]};
    wanted.erase(std::remove_if(wanted.begin(), wanted.end(), [&](const Piece* p) { return p->span.end <= segment.begin; }), wanted.end());
    for (; next < pieces.size() && pieces[next].span.begin <= segment.begin; ++next) wanted.push_back(&pieces[next]);
    std::size_t common = 0;
    while (common < open.size() && common < wanted.size() && open[common] == wanted[common]) ++common;
    for (std::size_t k = open.size(); k > common; --k) out.number(0);
    for (std::size_t k = common; k < wanted.size(); ++k) open_mark(out, *wanted[k]);
    open = wanted;
    out.text(slice(text, segment));
  }
  for (std::size_t k = open.size(); k > 0; --k) out.number(0);
  out.end_array();
}

// The heading that is the title, whether or not the page it came from said so.
bool is_title(const Document& d, const document::Block& block) {
  return block.role == document::kTitle || (block.role == document::kHeading && slice(d.article.text.view(), block.span) == d.article.title);
}

std::string_view tag_of(const Document& d, const document::Block& block) {
  if (is_title(d, block)) return "h1";
  if (block.role == document::kHeading) return "h2";
  if (block.role == document::kListItem) return "li";
  if (block.role == document::kBlockQuote) return "blockquote";
  return "p";
}

void write_block(JsonWriter& out, const Document& d, const document::Block& block, const std::vector<Piece>& pieces) {
  out.begin_object().key("tag").text(tag_of(d, block)).key("id").text(block.id.text()).key("role").text(block.role.name());
  if (block.excluded) out.key("excluded").boolean(true).key("label").text(ui::label_of(block.role));
  out.key("words");
  write_words(out, d.article.text.view(), block.span, pieces);
  out.end_object();
}

std::uint64_t fingerprint_of(const document::Block& block, std::string_view tag, const std::vector<Piece>& pieces, std::uint64_t text_generation) {
  std::uint64_t print = kNoFingerprint;
  add(print, text_generation);
  add(print, (std::uint64_t{block.span.begin} << 32) | block.span.end);
  add(print, block.id.text());
  add(print, block.role.name());
  add(print, tag);
  add(print, block.excluded ? 1u : 0u);
  for (const Piece& piece : pieces) {
    add(print, (std::uint64_t{piece.span.begin} << 32) | piece.span.end);
    for (const std::string_view part : {piece.kind, piece.id, piece.speaker, piece.name, piece.type, piece.state}) add(print, part);
  }
  return print;
}

// --- Rows -----------------------------------------------------------------------------------------------

// Collects the rows of one list and writes those whose fingerprint is new.
class RowWriter {
 public:
  RowWriter(JsonWriter& out, std::string_view list, std::vector<std::uint64_t>& old) : out_(out), old_(old) {
    out_.key(list).begin_object().key("changed").begin_array();
  }
  template <typename Write>
  void row(std::uint64_t fingerprint, Write write) {
    const std::size_t i = fresh_.size();
    fresh_.push_back(fingerprint);
    if (i < old_.size() && old_[i] == fingerprint) return;
    out_.begin_array().number(static_cast<std::int64_t>(i));
    write();
    out_.end_array();
  }
  // The next row is as it was: nothing that it is made of has changed. False if there was none.
  bool keep() {
    if (fresh_.size() >= old_.size()) return false;
    fresh_.push_back(old_[fresh_.size()]);
    return true;
  }
  void finish() {
    out_.end_array().key("count").number(static_cast<std::int64_t>(fresh_.size())).end_object();
    old_ = std::move(fresh_);
  }

 private:
  JsonWriter& out_;
  std::vector<std::uint64_t>& old_;
  std::vector<std::uint64_t> fresh_;
};

void write_article(JsonWriter& out, const Document& d, std::uint64_t text_generation, std::vector<std::uint64_t>& old) {
  RowWriter rows(out, "article", old);
  const auto& blocks = d.article.blocks;
  const bool has_title = std::any_of(blocks.begin(), blocks.end(), [&](const document::Block& b) { return is_title(d, b); });
  if (!has_title && !d.article.title.empty() && !d.article.title_derived) {
    std::uint64_t print = kNoFingerprint;
    add(print, d.article.title);
    rows.row(print, [&] {
      out.begin_object().key("tag").text("h1").key("words").begin_array().text(d.article.title).end_array().end_object();
    });
  }
  const auto pieces = pieces_by_block(d);
  for (std::size_t i = 0; i < blocks.size();) {
    // Items that follow each other are one list, and one row.
    std::size_t end = i + 1;
    const bool list = tag_of(d, blocks[i]) == "li";
    while (list && end < blocks.size() && tag_of(d, blocks[end]) == "li") ++end;
    std::uint64_t print = kNoFingerprint;
    for (std::size_t k = i; k < end; ++k) add(print, fingerprint_of(blocks[k], tag_of(d, blocks[k]), pieces[k], text_generation));
    rows.row(print, [&] {
      if (!list) return write_block(out, d, blocks[i], pieces[i]);
      out.begin_object().key("tag").text("ul").key("items").begin_array();
      for (std::size_t k = i; k < end; ++k) write_block(out, d, blocks[k], pieces[k]);
      out.end_array().end_object();
    });
    i = end;
  }
  rows.finish();
}

// --- The lists ------------------------------------------------------------------------------------------

struct ListRow {
  std::string_view id;
  std::string words;
};

void write_row(JsonWriter& out, RowWriter& rows, const ListRow& row) {
  std::uint64_t print = kNoFingerprint;
  add(print, row.id);
  add(print, row.words);
  rows.row(print, [&] {
    out.begin_object().key("id").text(row.id).key("text").text(row.words).end_object();
  });
}

std::string counted(std::size_t count, const char* one, const char* several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

using Names = std::map<std::string_view, std::string_view>;

std::string name_of(const Names& names, const std::optional<document::SpeakerId>& speaker, std::string_view otherwise) {
  const auto found = speaker ? names.find(speaker->text()) : names.end();
  return std::string(found == names.end() ? otherwise : found->second);
}

void write_speakers(JsonWriter& out, const Document& d, std::vector<std::uint64_t>& old) {
  std::map<std::string_view, std::size_t> quoted;
  for (const document::Quotation& q : d.quotations) {
    if (q.speaker && q.review.state != document::kRejected) ++quoted[q.speaker->text()];
  }
  RowWriter rows(out, "speakers", old);
  for (const document::Speaker& s : d.speakers) {
    std::string words = s.name;
    if (!s.roles.empty()) words += ", " + s.roles.front();
    words += ", " + counted(quoted[s.id.text()], "quotation", "quotations");
    write_row(out, rows, {s.id.text(), std::move(words)});
  }
  rows.finish();
}

// The mark at this place is the very one that was there before. An empty list: nothing can be kept.
template <typename Mark>
bool is_kept(const document::SharedList<Mark>& before, const document::SharedList<Mark>& now, std::size_t i) {
  return i < before.size() && &before[i] == &now[i];
}

void write_quotations(JsonWriter& out, const Document& d, const Names& names, const document::SharedList<document::Quotation>& before, std::vector<std::uint64_t>& old) {
  RowWriter rows(out, "quotations", old);
  for (std::size_t i = 0; i < d.quotations.size(); ++i) {
    if (is_kept(before, d.quotations, i) && rows.keep()) continue;
    const document::Quotation& q = d.quotations[i];
    write_row(out, rows, {q.id.text(), name_of(names, q.speaker, "Unknown speaker") + ": " + document::words_of(d, q.content) + " (" + q.type.name() + ", " + q.review.state.name() + ")"});
  }
  rows.finish();
}

void write_claims(JsonWriter& out, const Document& d, const Names& names, const document::SharedList<document::Claim>& before, std::vector<std::uint64_t>& old) {
  RowWriter rows(out, "claims", old);
  for (std::size_t i = 0; i < d.claims.size(); ++i) {
    if (is_kept(before, d.claims, i) && rows.keep()) continue;
    const document::Claim& c = d.claims[i];
    write_row(out, rows, {c.id.text(), name_of(names, c.attribution.speaker, "The article") + ": " + document::words_of(d, c.spans) + " (" + c.type.name() + ", " + std::string(ui::word_of(ui::worth_of(c))) + ", " + c.review.state.name() + ")"});
  }
  rows.finish();
}

// Marks whose words are not in the text any more.
void write_lost(JsonWriter& out, const Document& d, std::vector<std::uint64_t>& old) {
  RowWriter rows(out, "lost", old);
  for (const document::LostMark& mark : d.lost) write_row(out, rows, {mark.id, (mark.list == "claims" ? "Claim: " : "Quotation: ") + mark.exact});
  rows.finish();
}

void write_commands(JsonWriter& out, const std::vector<MirroredCommand>& commands) {
  out.key("commands").begin_array();
  for (const MirroredCommand& c : commands) {
    out.begin_object().key("name").text(c.name).key("title").text(c.title).key("group").text(c.group).key("keys").text(c.keys);
    out.key("argument").text(c.argument).key("possible").boolean(c.possible).end_object();
  }
  out.end_array();
}

std::string id_of(const session::Target& target) {
  return std::visit(
      [](const auto& id) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(id)>, std::monostate>) return {};
        else return id.text();
      },
      target);
}

}  // namespace

std::string Mirror::update(const session::Session& s, const std::vector<MirroredCommand>& commands, const std::vector<ui::Ask>& asks, const MirroredComparison& comparison) {
  JsonWriter out;
  bool changed = false;
  out.begin_object();
  if (!seen_ || open_ != s.open || changes_ != s.changes) {
    const bool same_text = text_ == s.document.article.text;
    if (!same_text) ++text_generation_;
    // The words of a mark and the name of its speaker may be others although the mark has not changed.
    if (!same_text || !of_speakers_.same(s.document.speakers)) of_quotations_ = {}, of_claims_ = {};
    text_ = s.document.article.text;
    Names names;
    for (const document::Speaker& speaker : s.document.speakers) names[speaker.id.text()] = speaker.name;
    write_article(out, s.document, text_generation_, article_);
    write_speakers(out, s.document, speakers_);
    write_quotations(out, s.document, names, of_quotations_, quotations_);
    write_claims(out, s.document, names, of_claims_, claims_);
    of_speakers_ = s.document.speakers;
    of_quotations_ = s.document.quotations;
    of_claims_ = s.document.claims;
    write_lost(out, s.document, lost_);
    seen_ = changed = true;
    open_ = s.open;
    changes_ = s.changes;
  }
  // The rows know nothing of the selection, so that it costs nothing to go from mark to mark in a long text.
  if (!(selected_ == s.selected)) {
    out.key("selected").text(id_of(s.selected));
    selected_ = s.selected;
    changed = true;
  }
  if (commands != commands_) {
    write_commands(out, commands);
    commands_ = commands;
    changed = true;
  }
  if (comparison.rows != differences_) {
    out.key("differences").begin_array();
    for (const std::string& row : comparison.rows) out.text(row);
    out.end_array();
    differences_ = comparison.rows;
    changed = true;
  }
  std::string notice = s.notice;
  if (!comparison.shown.empty()) notice += (notice.empty() ? "" : " ") + comparison.shown;
  for (const ui::Ask& ask : asks) notice += (notice.empty() ? "" : " ") + ask.title + ". " + ask.sentence;
  if (notice != notice_) {
    out.key("notice").text(notice);
    notice_ = std::move(notice);
    changed = true;
  }
  const std::string& title = s.document.article.title;
  if (title != title_) {
    out.key("title").text(title);
    title_ = title;
    changed = true;
  }
  out.end_object();
  return changed ? out.take() : std::string();
}

}  // namespace app
