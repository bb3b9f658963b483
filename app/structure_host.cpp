#include "app/structure_host.h"

#include <cstdlib>

#include "core/structure/user_formats.h"
#include "ui/structure/c_import_dialog.h"
#include "ui/structure/document_structure.h"
#include "ui/structure/format_editor.h"
#include "ui/structure/record_table_window.h"
#include "ui/structure/selection_describer.h"
#include "ui/structure/structure_compare_window.h"
#include "ui/structure/structure_panel.h"

namespace octavo {

StructureHost::StructureHost(MainWindow& window, WindowContext& context, Settings& settings,
                             PanelHost& panels)
    : QObject(&window), window_(window), context_(context), settings_(settings), panels_(panels) {}

StructureHost::~StructureHost() = default;

StructurePanel* StructureHost::panel() const {
    return qobject_cast<StructurePanel*>(panels_.widget("structure"));
}

void StructureHost::serve(StructurePanel& panel) {
    panel.setFolders(settings_.formatFolders());
    panel.setColoured(settings_.coloursFields());
    panel.setAutomatic(settings_.takesClearFormats());
    connect(&panel, &StructurePanel::automaticChanged, this,
            [this](bool isOn) { settings_.setTakesClearFormats(isOn); });
    connect(&panel, &StructurePanel::colouredChanged, this,
            [this](bool isOn) { settings_.setColoursFields(isOn); });
    connect(&panel, &StructurePanel::foldersChanged, this,
            [this](const std::vector<std::string>& folders) { settings_.setFormatFolders(folders); });
    connect(&panel, &StructurePanel::editorWanted, this, &StructureHost::edit);
    connect(&panel, &StructurePanel::tableWanted, this, &StructureHost::showTable);
    connect(&panel, &StructurePanel::comparisonWanted, this, &StructureHost::compare);
}

void StructureHost::goToField(int step) {
    panels_.show("structure");
    panel()->goToField(step);
}

FormatEditor& StructureHost::editor() {
    panels_.show("structure");
    if (editor_ == nullptr) {
        editor_ = std::make_unique<FormatEditor>(
            context_, panel()->library(), panel()->allFolders(),
            userFormatFolder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME")));
        connect(editor_.get(), &FormatEditor::useWanted, this, [this](const std::string& path) {
            panels_.show("structure");
            panel()->useFormat(path, {});
        });
        connect(editor_.get(), &FormatEditor::saved, this,
                [this] { panel()->setFolders(settings_.formatFolders()); });
    }
    editor_->setLibrary(panel()->library());
    editor_->show();
    editor_->raise();
    editor_->activateWindow();
    return *editor_;
}

void StructureHost::leaveThen(const std::function<void()>& goOn) {
    if (editor_ == nullptr)
        goOn();
    else
        editor_->leaveThen([this, goOn] {
            editor_->close();
            goOn();
        });
}

void StructureHost::edit(const QString& path) {
    if (path.isEmpty())
        editor().startNew();
    else
        editor().open(path.toStdString());
}

void StructureHost::describeSelection() {
    auto* dialog = new SelectionDescriber(context_, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SelectionDescriber::described, this,
            [this](const QString& text) { editor().startWith(text); });
    dialog->show();
}

void StructureHost::importDeclarations() {
    auto* dialog = new CImportDialog(context_, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CImportDialog::described, this,
            [this](const QString& text) { editor().startWith(text); });
    dialog->open();
}

void StructureHost::showTable(const QString& path) {
    DocumentStructure* structure = panel()->structure();
    if (structure == nullptr || !structure->live().isBound())
        return;
    auto* table = new RecordTableWindow(context_, structure->live().formats(), structure->live().options(),
                                        path.toStdString(), &window_);
    table->show();
}

void StructureHost::compare() {
    DocumentStructure* structure = panel()->structure();
    if (structure == nullptr || !structure->live().isBound())
        return;
    auto* comparison = new StructureCompareWindow(context_, structure->live().formats(),
                                                  structure->live().options(), &window_);
    comparison->show();
}

}  // namespace octavo
