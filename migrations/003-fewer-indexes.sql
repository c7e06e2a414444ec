-- Indexes that an import of a large roster paid for at every row, and that no question needs: names are compared by
-- their key, jurisdictions are few, and what one entry changed lies together in the journal.
DROP INDEX agency_name;
DROP INDEX agency_district;
DROP INDEX row_change_entry;
