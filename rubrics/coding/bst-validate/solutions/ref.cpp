#include <vector>

bool bst_validate(TreeNode* root) {
    std::vector<TreeNode*> way;
    const TreeNode* previous = nullptr;
    while (root != nullptr || !way.empty()) {
        while (root != nullptr) {
            way.push_back(root);
            root = root->left;
        }
        root = way.back();
        way.pop_back();
        if (previous != nullptr && root->val <= previous->val) return false;
        previous = root;
        root = root->right;
    }
    return true;
}
